//! EPUB: an issue as an EPUB 3.3 book.
