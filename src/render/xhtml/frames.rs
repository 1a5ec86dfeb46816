//! The frames of the pages: templates that decide how a page is made up, never what stands on it.

use super::markup::escaped;
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};

/// A template does not fit its page.
#[derive(Debug, thiserror::Error)]
#[error("could not make up the page {page} from its template; check the templates of the book")]
pub struct FrameError {
    page: String,
    source: minijinja::Error,
}

/// The look of every page; the reading system adds its reader's wishes to it.
pub(crate) const STYLESHEET: &str = include_str!("../../../templates/epub/book.css");

/// The frame that all pages share, and those of the kinds of page.
const TEMPLATES: [(&str, &str); 7] = [
    ("page.xhtml", include_str!("../../../templates/epub/page.xhtml")),
    ("cover.xhtml", include_str!("../../../templates/epub/cover.xhtml")),
    ("title.xhtml", include_str!("../../../templates/epub/title.xhtml")),
    ("contents.xhtml", include_str!("../../../templates/epub/contents.xhtml")),
    ("article.xhtml", include_str!("../../../templates/epub/article.xhtml")),
    ("credits.xhtml", include_str!("../../../templates/epub/credits.xhtml")),
    ("colophon.xhtml", include_str!("../../../templates/epub/colophon.xhtml")),
];

/// The templates, ready to be filled.
pub(crate) struct Frames {
    environment: Environment<'static>,
}

impl Frames {
    /// The templates that come with the program.
    ///
    /// # Errors
    /// When a template does not parse.
    pub(crate) fn new() -> Result<Self, FrameError> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(tags_on_lines_of_their_own()?);
        // The same escaping as in the bodies of articles, so that no forbidden character slips in by a template.
        environment.set_formatter(|out, _, value| {
            if value.is_none() || value.is_undefined() {
                return Ok(());
            }
            let words = value.to_string();
            let written = if value.is_safe() { out.write_str(&words) } else { out.write_str(&escaped(&words)) };
            written.map_err(minijinja::Error::from)
        });
        for (name, source) in TEMPLATES {
            environment.add_template(name, source).map_err(|source| FrameError { page: name.to_owned(), source })?;
        }
        Ok(Self { environment })
    }

    /// The page that `template` makes of `words`; `page` names it in messages.
    ///
    /// # Errors
    /// When the template asks for something that is not there.
    pub(crate) fn page(&self, template: &str, page: &str, words: Value) -> Result<String, FrameError> {
        let filled = self.environment.get_template(template).and_then(|template| template.render(words));
        filled.map_err(|source| FrameError { page: page.to_owned(), source })
    }
}

/// A line that holds a template's tag alone leaves no line behind.
fn tags_on_lines_of_their_own() -> Result<SyntaxConfig, FrameError> {
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
    syntax.map_err(|source| FrameError { page: "of any kind".to_owned(), source })
}
