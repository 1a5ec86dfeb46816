//! XHTML: what an article becomes in it, and the frames that pages are set in.
//!
//! [`article`] gathers what stands on the page of an article, and [`frames`] holds the templates. One setter goes through the article from its first block to its last note and counts figures and references on the
//! way. What it makes of each kind of thing is told in a file of its own: [`blocks`], [`inlines`], [`figures`],
//! [`tables`], [`notes`]; [`markup`] escapes every word, [`voice`] marks the language of a piece, [`links`] writes addresses
//! as strictly as a book wants them, and [`pictures`] asks where a picture is.

pub(crate) mod article;
mod blocks;
mod figures;
pub(crate) mod frames;
mod inlines;
pub(crate) mod lang_dir;
mod links;
pub(crate) mod markup;
mod notes;
pub(crate) mod pictures;
mod tables;

use crate::article::Article;
use crate::issue::Wording;
use blocks::Room;
use lang_dir::LangDir;
use markup::Markup;
use pictures::PictureResolver;

/// The body and the notes of one article.
pub(crate) struct Body {
    pub text: Markup,
    pub notes: Markup,
}

impl Body {
    /// Sets the body and the notes of `article`; `furniture` is the voice of the fixed words where it is not the
    /// article's own.
    pub(crate) fn set(
        article: &Article,
        pictures: &dyn PictureResolver,
        wording: &Wording,
        furniture: Option<&LangDir>,
    ) -> Self {
        let mut setter =
            Setter { pictures, wording, furniture, figures_set: 0, references_set: vec![0; article.notes.len()] };
        let mut text = Markup::default();
        setter.blocks(&mut text, &article.body, Room::Column);
        let notes = setter.notes(&article.notes);
        Self { text, notes }
    }
}

/// What is known while an article is set, from its first block to its last note.
struct Setter<'a> {
    pictures: &'a dyn PictureResolver,
    wording: &'a Wording,
    furniture: Option<&'a LangDir>,
    /// How many figures have been set so far.
    figures_set: usize,
    /// For each note, how many references to it have been set so far.
    references_set: Vec<usize>,
}
