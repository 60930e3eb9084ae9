"""One process for a user and a screen: a later start hands its files to the first and ends.

The first holds a lock on a file, which the system lets go of with the process, however that ends: there is nothing to
be found stale, no process number to be mistaken. A later start leaves a file in the same folder, renamed into place so
that it is whole, and waits a moment for it to be taken; should the first end meanwhile, it takes its place. No socket
is needed. Where the folder or the lock cannot be had, a start goes its own way.
"""
