//! What is wrong with a theme's file, with the line and, for a name that is not known, the nearest one that is:
//! "line 2: unknown field 'colums', did you mean 'columns'?"

use toml::de::Error;

/// How alike two names must be for one to have been meant by the other, from 0 to 1: "headlin" and "headline" are 0.98
/// alike, "leading" and "head" 0.73.
const MIN_LIKENESS: f64 = 0.8;

/// Says in one line what is wrong with the file of this text.
pub(super) fn in_words(error: &Error, text: &str) -> String {
    let said = did_you_mean(error.message()).unwrap_or_else(|| error.message().trim().replace('\n', " "));
    let said = said.replace('`', "'");
    error.span().map_or(said.clone(), |span| on_its_line(text, span.start, &said))
}

/// A sentence about what begins at a place in the text, counted in bytes, with the line before it.
pub(super) fn on_its_line(text: &str, start: usize, said: &str) -> String {
    let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
    format!("line {line}: {said}")
}

/// The question whether another name was meant. Of a name that it does not know, Serde says
/// "unknown field `colums`, expected one of `paper`, `columns`", and the same of a "variant".
fn did_you_mean(message: &str) -> Option<String> {
    let (unknown, expected) = message.split_once(", expected ")?;
    let wrong = unknown.strip_prefix("unknown ")?.split('`').nth(1)?;
    let names = expected.split('`').skip(1).step_by(2);
    let (likeness, nearest) = names
        .map(|name| (strsim::jaro_winkler(wrong, name), name))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (likeness > MIN_LIKENESS).then(|| format!("{unknown}, did you mean '{nearest}'?"))
}
