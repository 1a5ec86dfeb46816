//! PDF: an issue as pages to print.
