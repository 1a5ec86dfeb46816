//! Non-text: elements whose text is no text of the page.
//!
//! Rooms differ in what else they pass over: who looks for prose passes over all fields, who reads a byline all that plays.

/// Elements that never hold text to be read.
pub(crate) fn is_non_text(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "head"
            | "link"
            | "input"
            | "select"
            | "textarea"
            | "option"
            | "datalist"
            | "canvas"
            | "object"
            | "embed"
            | "map"
            | "area"
            | "audio"
            | "progress"
            | "meter"
            | "frameset"
    )
}

/// Elements whose text does not count where it is measured what stands around a picture.
pub(crate) fn is_uncounted(name: &str) -> bool {
    matches!(name, "script" | "style" | "noscript" | "template" | "svg" | "head" | "textarea" | "select")
}

/// Elements whose text is none of the words of a caption or a credit.
pub(crate) fn is_no_line(name: &str) -> bool {
    matches!(name, "script" | "style" | "svg" | "noscript" | "template")
}

/// Elements whose text nobody reads as part of the page.
pub(crate) fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "head"
            | "select"
            | "textarea"
            | "iframe"
            | "object"
            | "math"
            | "audio"
            | "video"
    )
}
