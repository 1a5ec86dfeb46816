//! The words of an article, whole and in short runs, so that one article can be held against another.

use crate::article::{Address, Article, Block, plain_text};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use unicode_segmentation::UnicodeSegmentation;

/// How many words in a row are compared: fewer are shared by chance.
const RUN_WORDS: usize = 5;

/// The fewest words that tell an article by themselves. "Watch the film above." may stand under any headline.
const MIN_TELLING_WORDS: usize = 20;

/// The words of an article by their hashes, without case, punctuation and space.
///
/// How much of one stands in another is measured in runs of words, which keep more of a text's order than words alone
/// (Broder, "On the resemblance and containment of documents", 1997).
#[derive(Debug)]
pub(crate) struct Shingles {
    words: usize,
    whole: u64,
    runs: BTreeSet<u64>,
}

impl Shingles {
    /// Those of the body; with too few words to tell the article by them, those of its headline and what it shows as well,
    /// in one run.
    pub(crate) fn of(article: &Article) -> Self {
        let text = plain_text(&article.body).to_lowercase();
        let mut words: Vec<&str> = text.unicode_words().collect();
        if words.len() >= MIN_TELLING_WORDS {
            let runs = words.windows(RUN_WORDS).map(hash).collect();
            return Self { words: words.len(), whole: hash(&words), runs };
        }
        let headline = article.headline.to_lowercase();
        words.extend(headline.unicode_words());
        let whole = hash(&(&words, shown(article)));
        Self { words: words.len(), whole, runs: BTreeSet::from([whole]) }
    }

    /// How many words there are.
    pub(crate) fn words(&self) -> usize {
        self.words
    }

    /// The same for the same words in the same order.
    pub(crate) fn whole(&self) -> u64 {
        self.whole
    }

    /// The share of these runs that `other` has, too, from 0 to 1.
    pub(crate) fn containment_in(&self, other: &Self) -> f64 {
        self.runs.intersection(&other.runs).count() as f64 / self.runs.len() as f64
    }
}

fn hash(words: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

/// The pictures and frames of an article. A picture is told by its name: of a page that was saved twice there are two
/// folders with the same pictures.
fn shown(article: &Article) -> Vec<String> {
    let mut shown = Vec::new();
    for block in &article.body {
        block.visit(&mut |block| match block {
            Block::Figure(figure) => shown.push(match figure.picture.published() {
                Address::Web(url) => url.path_segments().and_then(Iterator::last).unwrap_or_default().to_owned(),
                Address::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                Address::Data(uri) => uri.clone(),
            }),
            Block::Embed(embed) => shown.push(embed.target.to_string()),
            _ => {}
        });
    }
    shown
}
