"""What the text formats (HTML, DOCX, Markdown, plain text) share."""
