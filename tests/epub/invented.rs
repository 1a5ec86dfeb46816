//! The issue that the tests bind. All of it is invented.

use bindery::article::*;
use bindery::issue::{Issue, PictureCredit, Wording};
use bindery::pictures::{Colour, Format, Missing, Picture, Pictures, Rendition, Target};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::sync::Arc;
use url::Url;

/// Every kind of block and inline, in English and Arabic, with pictures got and missed.
pub(crate) fn full_issue() -> Issue {
    let language = Language::english();
    let photograph = Arc::new(picture(Format::Jpeg, 640, 400));
    let drawing = Arc::new(picture(Format::Png, 300, 200));
    let mut pictures = Pictures::default();
    for (address, rendition) in [("bridge", &photograph), ("bridge-again", &photograph), ("deck", &drawing)] {
        let renditions = BTreeMap::from([(Target::Screen, Arc::clone(rendition))]);
        pictures.insert(
            source(address),
            Ok(Picture { renditions, from: address.to_owned(), credit: None, lacking: BTreeSet::new() }),
        );
    }
    pictures.insert(source("keeper"), Err(Missing { why: "404 Not Found".to_owned() }));
    let credit = |article, figure, caption: &str, credit: &str| PictureCredit {
        article,
        figure,
        caption: caption.to_owned(),
        credit: Credit::new(credit),
    };
    Issue {
        title: "Digest, 23 November 2026".to_owned(),
        date: jiff::civil::date(2026, 11, 23),
        wording: Wording::in_language(&language),
        language,
        publisher: "The Reading Room".to_owned(),
        identifier: uuid::Uuid::from_u128(0x6b1f_0d9c_2f64_5c0e_9a53_51a1_c0de_0001),
        articles: vec![bridge(), arabic(), plain(), odd()],
        pictures,
        cover: Some(picture(Format::Jpeg, 600, 900)),
        credits: vec![
            credit(0, 0, "The bridge, seen from the old ferry.", "Ines Halloran for The Tollbridge Courier"),
            credit(0, 2, "Line drawing of the deck.", "Municipal Archive"),
            credit(0, 3, "The keeper at her post.", "P. Quill"),
        ],
    }
}

fn bridge() -> Article {
    let note = |number| Inline::NoteReference(NoteId(number));
    let link = |address: &str, content| Inline::Link { target: Url::parse(address).unwrap(), content };
    let cell = |is_heading, columns, rows, content| Cell { is_heading, columns, rows, content };
    let words = |text: &str| vec![paragraph(text)];
    Article {
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
                vec![paragraph("the cables:"), Block::List(List { numbering: Some(Numbering::from(3)), items: vec![words("the long ones"), words("the short ones")] })],
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
        extent: Extent::Beginning,
        ..Article::headed("The Bridge That Learned to Sing")
    }
}

fn arabic() -> Article {
    Article {
        byline: Byline::new(["ليلى منصور"]),
        published: Some(Moment::day(jiff::civil::date(2026, 11, 22))),
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
        ..Article::headed("الجسر القديم")
    }
}

fn plain() -> Article {
    Article { body: vec![paragraph("The toll is unchanged.")], ..Article::headed("A Short Notice") }
}

/// Everything inside everything else, as pages do it that were laid out by tables.
fn odd() -> Article {
    let note = Inline::NoteReference(NoteId(0));
    let marked = |words: &str| vec![Inline::text(words), note.clone()];
    let quote = |content| Quote { content, attribution: marked("Somebody") };
    let cell = |is_heading, content| Cell { is_heading, columns: 1, rows: 1, content };
    let inner = Table {
        caption: marked("A table in a cell"),
        head: vec![],
        body: vec![Row { cells: vec![cell(true, vec![paragraph("a")]), cell(false, vec![])] }, Row { cells: vec![] }],
    };
    let everything = || {
        vec![
            Block::Heading { level: HeadingLevel::new(6), content: marked("A heading") },
            figure("bridge", marked("A figure."), Some("P. Quill"), ""),
            Block::Quote(quote(vec![Block::Rule, Block::PullQuote(quote(vec![paragraph("Pulled.")]))])),
            Block::List(List { numbering: None, items: vec![vec![Block::Table(inner.clone())], vec![]] }),
            Block::Code(Code { language: Some("c++ 20".to_owned()), text: String::new() }),
            figure("keeper", vec![], None, ""),
        ]
    };
    Article {
        headline: "Odd Ends".to_owned(),
        language: Language::parse("zh-Hant-TW"),
        body: vec![
            Block::Heading { level: HeadingLevel::new(5), content: vec![] },
            Block::List(List { numbering: Some(Numbering::from(-2)), items: vec![everything(), everything()] }),
            Block::Table(Table {
                caption: vec![],
                head: vec![Row { cells: vec![cell(true, everything()), cell(false, everything())] }],
                body: vec![Row { cells: vec![cell(true, everything())] }],
            }),
            Block::Paragraph(vec![Inline::Link {
                target: Url::parse("http://[2001:db8::1]:8080/%").unwrap(),
                content: vec![Inline::LineBreak, Inline::Code(String::new())],
            }]),
        ],
        notes: vec![Note { content: everything() }, Note { content: vec![] }],
        extent: Extent::Whole,
        ..plain()
    }
}

/// Puts into every place for words what would break a book that trusts them.
pub(crate) fn make_hostile(issue: &mut Issue) {
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
    issue.credits.push(PictureCredit { article: 0, figure: 0, caption: hostile(), credit: Credit::new(hostile()) });
    issue.credits.push(PictureCredit { article: 99, figure: 0, caption: hostile(), credit: Credit::new(hostile()) });
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
