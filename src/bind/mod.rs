//! The whole line, from the inputs of a recipe to the finished books: [`assemble`] gives the issue and writes nothing,
//! [`write`] writes its books, and [`bind`] does both.

mod books;
mod order;
mod parts;
mod read;
mod reading;

use crate::article::Article;
use crate::fetch::Fetcher;
use crate::fonts::{Fonts, missing_scripts};
use crate::issue::{Issue, duplicates};
use crate::pdf::Paper;
use crate::pictures::{self, Bounds, Pictures, Px, Target, Wanted, cover};
use crate::recipe::{Duplicates, Format, Images, Recipe};
use crate::report::{ArticleReport, BookReport, PictureReport, PictureStatus, Report, Status, in_seconds};
use crate::source::{self, Input};
use books::{Planned, Shortcomings};
use reading::Reading;
use std::panic::{self, AssertUnwindSafe};
use std::time::Instant;

/// The largest picture for a screen, in pixels: the long side of most e-readers, and enough for a tablet.
const SCREEN: Bounds = Bounds { width: 1600, height: 1600 };

/// How many pixels to the inch a picture has that fills the paper: what offset printers ask for at least,
/// and more than the eye resolves at reading distance once margins make the picture smaller.
const PRINT_RESOLUTION: f64 = 220.0;

/// What is happening, for whoever watches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// So many articles are to be read and cleaned.
    Articles(u64),
    /// One of them is done.
    ArticleDone,
    /// So many pictures are to be fetched.
    Pictures(u64),
    /// One of them is done, having cost so many bytes.
    PictureDone(u64),
    /// A book is being written.
    Writing(Format),
    /// A book cannot be written, and why, as a sentence. It is told as soon as it is known: of a folder that is not there
    /// before anything is read.
    BookFailed(String),
}

/// Binds the issue that `recipe` describes and writes its books.
///
/// Nothing that goes wrong is lost and nothing stops the line but the want of any article: the report says
/// what became of every input, picture and book. `watch` is called from several threads.
///
/// Where the books go is looked at first. If none can be written, nothing is read or fetched.
pub fn bind(recipe: &Recipe, watch: &(dyn Fn(Event) + Sync)) -> Report {
    let started = Instant::now();
    let planned = books::plan(recipe, watch);
    if planned.iter().all(Result::is_err) {
        let books = planned.into_iter().filter_map(Result::err).collect();
        return Report { books, seconds: in_seconds(started.elapsed()), ..Report::default() };
    }
    let fonts = Fonts::new(recipe.fonts.clone());
    let Assembled { issue, mut report } = assemble_with(&fonts, recipe, watch);
    if let Some(issue) = issue {
        report.books = write_planned(planned, &fonts, recipe, issue, watch);
    }
    report.seconds = in_seconds(started.elapsed());
    report
}

/// An issue that is not written yet.
#[derive(Debug)]
pub struct Assembled {
    /// `None` where no input gave an article.
    pub issue: Option<Issue>,
    /// What became of the inputs and pictures; it has no books yet.
    pub report: Report,
}

/// Assembles the issue that `recipe` describes: reads its inputs, finds their articles, fetches their pictures. Nothing is
/// written but the cache, and where the books go is not looked at. `watch` is called from several threads.
pub fn assemble(recipe: &Recipe, watch: &(dyn Fn(Event) + Sync)) -> Assembled {
    let started = Instant::now();
    let mut assembled = assemble_with(&Fonts::new(recipe.fonts.clone()), recipe, watch);
    assembled.report.seconds = in_seconds(started.elapsed());
    assembled
}

/// Writes the books that `recipe` asks for of an issue, and says what became of each. `watch` is called from several
/// threads.
///
/// The books are put in their places when all are whole; what cannot be written leaves what is there as it was.
pub fn write(recipe: &Recipe, issue: Issue, watch: &(dyn Fn(Event) + Sync)) -> Vec<BookReport> {
    let planned = books::plan(recipe, watch);
    write_planned(planned, &Fonts::new(recipe.fonts.clone()), recipe, issue, watch)
}

fn assemble_with(fonts: &Fonts, recipe: &Recipe, watch: &(dyn Fn(Event) + Sync)) -> Assembled {
    let fetcher = Fetcher::new(recipe.fetch.clone());
    let inputs = source::expand(&recipe.inputs);
    watch(Event::Articles(inputs.pages.len() as u64));
    let readings = read::read(recipe, &inputs.pages, &fetcher, watch);
    let (mut reports, mut articles) = bring_together(recipe, &inputs.pages, readings);
    let pictures = gather_pictures(recipe, &articles, &fetcher, fonts, watch);
    pictures.complete_credits(&mut articles);
    if recipe.images == Images::Credited {
        articles.iter_mut().for_each(|article| article.retain_figures(&|figure| figure.credit.is_some()));
    }
    tell_of_pictures(&mut reports, &articles, &pictures);
    let issue = (!articles.is_empty()).then(|| {
        let language = recipe.language.of_issue(&articles);
        Issue::assemble_in(language, recipe.title.as_deref(), recipe.date, articles, pictures)
    });
    let title = issue.as_ref().map(|issue| issue.title.clone());
    let report = Report { title, articles: reports, passed_over: inputs.passed_over, ..Report::default() };
    Assembled { issue, report }
}

/// The articles in the order of the issue, duplicates left out unless they are wanted, and a report for every input.
fn bring_together(recipe: &Recipe, inputs: &[Input], readings: Vec<Reading>) -> (Vec<ArticleReport>, Vec<Article>) {
    let read = order::in_order(recipe.order, inputs, readings);
    let sources: Vec<String> = read.iter().map(|(input, _)| input.to_string()).collect();
    let duplicates = match recipe.duplicates {
        Duplicates::LeaveOut => duplicates(read.iter().map(|(_, reading)| reading.article())),
        Duplicates::Bind => vec![None; read.len()],
    };
    let mut reports = Vec::new();
    let mut articles = Vec::new();
    for ((source, (_, reading)), double) in sources.iter().zip(read).zip(duplicates) {
        let article = reading.article();
        let mut report = ArticleReport {
            source: source.clone(),
            headline: article.map(|article| article.headline.clone()),
            words: article.map_or(0, Article::words),
            not_an_article: None,
            missing: None,
            status: Status::Bound,
            pictures: Vec::new(),
        };
        match (reading, double) {
            (Reading::Failed(why), _) => report.status = Status::Failed { why },
            (Reading::Part { of }, _) => report.status = Status::Joined { to: inputs[of].to_string() },
            (Reading::Article(_), Some(first)) => report.status = Status::Duplicate { of: sources[first].clone() },
            (Reading::Article(found), None) => {
                report.not_an_article = found.verdict;
                report.missing = found.missing();
                articles.push(found.article);
            }
        }
        reports.push(report);
    }
    (reports, articles)
}

fn gather_pictures(
    recipe: &Recipe,
    articles: &[Article],
    fetcher: &Fetcher,
    fonts: &Fonts,
    watch: &(dyn Fn(Event) + Sync),
) -> Pictures {
    let mut sources: Vec<_> = articles.iter().flat_map(Article::figures).map(|figure| &figure.picture).collect();
    sources.sort();
    sources.dedup();
    watch(Event::Pictures(sources.len() as u64));
    let wanted = Wanted {
        screen: recipe.outputs.want(Format::Epub).then_some(SCREEN),
        print: recipe.outputs.want(Format::Pdf).then(|| print_bounds(recipe.pdf.paper())),
    };
    pictures::gather(&sources, fetcher, fonts, &wanted, &|_, bytes| watch(Event::PictureDone(bytes)))
}

fn print_bounds(paper: Paper) -> Bounds {
    let pixels = |length: f64| (length / 72.0 * PRINT_RESOLUTION).round() as Px;
    Bounds { width: pixels(paper.width().into()), height: pixels(paper.height().into()) }
}

/// Adds to the reports of the bound articles what became of their pictures.
fn tell_of_pictures(reports: &mut [ArticleReport], articles: &[Article], pictures: &Pictures) {
    let bound = reports.iter_mut().filter(|report| report.status == Status::Bound);
    for (report, article) in bound.zip(articles) {
        report.pictures.extend(article.figures().into_iter().map(|figure| PictureReport {
            address: figure.picture.published().to_string(),
            credit: figure.credit.as_ref().map(|credit| credit.text.clone()),
            rights: figure.credit.clone(),
            status: match pictures.outcome(&figure.picture) {
                Some(Ok(picture)) => PictureStatus::Got { from: picture.from.clone() },
                Some(Err(missing)) => PictureStatus::Missing { why: missing.why.clone() },
                None => PictureStatus::Missing { why: "it was not asked for".to_owned() },
            },
        }));
    }
}

fn write_planned(
    planned: Vec<Result<Planned, BookReport>>,
    fonts: &Fonts,
    recipe: &Recipe,
    mut issue: Issue,
    watch: &(dyn Fn(Event) + Sync),
) -> Vec<BookReport> {
    let in_drawings = missing_scripts(&issue.pictures.lacking()).into_iter().map(|why| format!("in a drawing: {why}"));
    let in_drawings: Vec<String> = in_drawings.collect();
    let mut of_epub = in_drawings.clone();
    if recipe.outputs.want(Format::Epub) {
        let lead = issue.lead_picture().and_then(|source| issue.pictures.rendition(source, Target::Screen));
        match cover::draw(&issue.cover_words(), &issue.language, lead.map(AsRef::as_ref), fonts) {
            Ok(cover) => {
                of_epub.extend(missing_scripts(&cover.lacking).into_iter().map(|why| format!("on the cover: {why}")));
                issue.cover = Some(cover.picture);
            }
            Err(error) => of_epub.push(format!("the book has no cover: {error}")),
        }
    }
    let shortcomings = Shortcomings { of_epub, of_pdf: in_drawings };
    books::write(recipe, &issue, fonts, &shortcomings, planned, watch)
}

/// Does a piece of work whose failure, even by a fault of this program, may cost no more than itself.
fn unless_broken<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let broken = "it meets a fault in Bindery; please report it, with the page";
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(broken.to_owned()))
}
