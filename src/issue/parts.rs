//! Finds the articles that are parts of one.

use crate::article::Article;

/// The places of the articles that follow one another as parts of one, in the order of the parts; each of these chains
/// has at least two. Whoever saves an article of three pages has them in any order, or lacks the second.
pub fn chains<'a>(articles: impl IntoIterator<Item = Option<&'a Article>>) -> Vec<Vec<usize>> {
    let articles: Vec<Option<&Article>> = articles.into_iter().collect();
    let follows = |one: usize, other: usize| match (articles[one], articles[other]) {
        (Some(one), Some(other)) => one.is_followed_by(other),
        _ => false,
    };
    let places = || 0..articles.len();
    // A part saved twice is taken once; the other is a double.
    let next = |one: usize| places().find(|other| follows(one, *other));
    let is_first = |place: &usize| !places().any(|other| next(other) == Some(*place));
    let chain = |first: usize| std::iter::successors(Some(first), |place| next(*place)).collect::<Vec<_>>();
    let mut chains: Vec<Vec<usize>> = places().filter(is_first).map(chain).filter(|chain| chain.len() > 1).collect();
    let mut taken = vec![false; articles.len()];
    chains.retain(|chain| {
        let is_free = chain.iter().all(|place| !taken[*place]);
        chain.iter().for_each(|place| taken[*place] = true);
        is_free
    });
    chains
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Byline, Extent, Parts};
    use url::Url;

    fn part(of: &str, number: u32) -> Article {
        let beginning = Url::parse(&format!("https://courier.example/{of}")).unwrap();
        let parts = Parts { first: number, last: number, of: None, next: None, beginning };
        Article {
            headline: of.into(),
            standfirst: None,
            byline: Byline::default(),
            published: None,
            modified: None,
            site: None,
            section: None,
            url: None,
            language: None,
            body: Vec::new(),
            notes: Vec::new(),
            extent: Extent::Parts(parts),
        }
    }

    #[test]
    fn parts_are_found_in_whatever_order_they_were_saved() {
        let saved = [part("a", 3), part("b", 1), part("a", 1), part("a", 2), part("b", 3), part("a", 1)];
        assert_eq!(chains(saved.iter().map(Some)), [vec![2, 3, 0]]);
    }
}
