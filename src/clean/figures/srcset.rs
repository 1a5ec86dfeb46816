//! The candidates of a `srcset` attribute (HTML Living Standard, 4.8.4.2.1 and 4.8.4.3.10).

/// One address of a `srcset` with what is said of its size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SrcsetEntry<'a> {
    pub address: &'a str,
    pub descriptor: Descriptor,
}

/// How a `srcset` states a size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Descriptor {
    /// "1200w": the width in pixels.
    Width(f64),
    /// "2x": how many pixels stand for one of the layout's. "1x" where nothing is said.
    Density(f64),
}

/// Parses a `srcset`. Commas may stand inside addresses, as long as the page puts white space after those
/// that part the entries; where it puts none, `", "` is missed and the next scheme parts them.
pub(super) fn parse(srcset: &str) -> Vec<SrcsetEntry<'_>> {
    let mut entries = Vec::new();
    let mut rest = srcset;
    while entries.len() < MOST_ENTRIES {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if rest.is_empty() {
            break;
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        // Several entries without white space: "a.jpg,https://b.jpg 2x".
        if let Some(next) = next_address(word) {
            entries.push(entry(&word[..next], ""));
            rest = &rest[next + 1..];
            continue;
        }
        if let Some(address) = word.strip_suffix(',') {
            entries.push(entry(address, ""));
            rest = after;
            continue;
        }
        let stop = after.find(',').unwrap_or(after.len());
        entries.push(entry(word, &after[..stop]));
        rest = &after[stop..];
    }
    entries.retain(|entry| !entry.address.is_empty());
    entries
}

/// No honest page offers more sizes of one picture.
const MOST_ENTRIES: usize = 64;

fn entry<'a>(address: &'a str, descriptors: &str) -> SrcsetEntry<'a> {
    let mut descriptor = Descriptor::Density(1.0);
    for word in descriptors.split_whitespace() {
        let number = |suffix| word.strip_suffix(suffix).and_then(|n: &str| n.parse::<f64>().ok());
        let sane = |n: &f64| n.is_finite() && *n > 0.0;
        if let Some(width) = number('w').filter(sane) {
            descriptor = Descriptor::Width(width);
        } else if let Some(density) = number('x').filter(sane) {
            descriptor = Descriptor::Density(density);
        }
    }
    SrcsetEntry { address: address.trim_end_matches(','), descriptor }
}

/// Where in `word` a comma is followed by another whole address.
fn next_address(word: &str) -> Option<usize> {
    // Most have none at all.
    if !word.contains(',') {
        return None;
    }
    [",http://", ",https://", ",//"].iter().filter_map(|start| word.find(start)).filter(|at| *at > 0).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(srcset: &str) -> Vec<(&str, Descriptor)> {
        parse(srcset).into_iter().map(|entry| (entry.address, entry.descriptor)).collect()
    }

    #[test]
    fn widths_and_densities_are_read() {
        use Descriptor::*;
        assert_eq!(
            read("a.jpg 640w, b.jpg 1.5x,\n c.jpg"),
            [("a.jpg", Width(640.0)), ("b.jpg", Density(1.5)), ("c.jpg", Density(1.0))]
        );
    }

    #[test]
    fn a_comma_inside_an_address_does_not_part_it() {
        let srcset = "https://cdn.example/w_424,c_limit/a.jpg 424w, https://cdn.example/w_848,c_limit/a.jpg 848w";
        assert_eq!(
            read(srcset),
            [
                ("https://cdn.example/w_424,c_limit/a.jpg", Descriptor::Width(424.0)),
                ("https://cdn.example/w_848,c_limit/a.jpg", Descriptor::Width(848.0))
            ]
        );
    }

    #[test]
    fn entries_that_are_not_parted_by_white_space_are_still_parted() {
        let read = read("https://e.org/a.jpg 1x,https://e.org/b.jpg 2x");
        assert_eq!(read[1], ("https://e.org/b.jpg", Descriptor::Density(2.0)));
        assert_eq!(super::parse("https://e.org/a.jpg,https://e.org/b.jpg 2x").len(), 2);
    }

    #[test]
    fn nonsense_gives_nothing() {
        assert_eq!(read(" , ,, "), []);
        assert_eq!(read("a.jpg NaNw"), [("a.jpg", Descriptor::Density(1.0))]);
    }
}
