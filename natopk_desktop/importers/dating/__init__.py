"""Dates as people print them -> EDTF: words, digits, ranges, of many languages, exactly as precise as printed."""
