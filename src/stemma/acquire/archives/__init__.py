"""Readers of files that hold other files or pages: WARC, ARC, WACZ, Zip, tar."""
