//! The structure of a page survives, not only its words.

use bindery::article::{Article, Block, Inline, Quote, Row};
use bindery::clean::clean;
use bindery::source::{Declared, Origin, Page};
use url::Url;

const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much, for the ferry went on.</p>\
    <p>It froze in March, and the ferry stopped; the grain went by the road over the hills, and bread became dear.</p>";
const END: &str = "<p>In April the ice broke in a night, with a noise like carts, and by noon the river was open from the weir to the sea.</p>";

fn read(middle: &str) -> Article {
    let url = Url::parse("https://courier.example/lock").unwrap();
    let html = format!(
        "<title>The Lock</title><body><header><nav><a href=/>Home</a></nav></header><main><article><h1>The Lock</h1><p class=byline>By <a rel=author href=/ada>Ada Roe</a></p>{TEXT}{middle}{END}</article></main><footer>© Courier</footer>"
    );
    clean(&Page { origin: Origin::Web(url.clone()), html, url: Some(url), saved: None, declared: Declared::default() })
        .unwrap()
}

/// The blocks between the first two paragraphs and the last, in a short notation.
fn between(middle: &str) -> Vec<String> {
    let article = read(middle);
    let blocks: Vec<String> = article.body.iter().map(block).collect();
    assert!(blocks.len() >= 3 && blocks[1].contains("It froze"), "{blocks:#?}");
    let end = blocks
        .iter()
        .rposition(|block| block.contains("In April the ice broke"))
        .unwrap_or_else(|| panic!("the end is lost: {blocks:#?}"));
    blocks[2..end].to_vec()
}

fn notes(article: &Article) -> Vec<String> {
    article.notes.iter().map(|note| blocks(&note.content)).collect()
}

fn blocks(content: &[Block]) -> String {
    content.iter().map(block).collect::<Vec<_>>().join(" ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(content) => line(content),
        Block::Heading { level, content } => format!("h{} {}", level.get(), line(content)),
        Block::Quote(quote) => format!("quote({})", quoted(quote)),
        Block::PullQuote(quote) => format!("pull({})", quoted(quote)),
        Block::List(list) => {
            let items = list.items.iter().enumerate().map(|(at, item)| {
                let mark = list.numbering.map_or("-".to_owned(), |numbering| numbering.label(at));
                format!("{mark} {}", blocks(item))
            });
            format!("list[{}]", items.collect::<Vec<_>>().join("; "))
        }
        Block::Table(table) => {
            let rows = table.head.iter().chain(&table.body).map(row).collect::<Vec<_>>().join(" / ");
            format!("table {}({rows})", line(&table.caption))
        }
        Block::Code(code) => format!("code {}:{}", code.language.as_deref().unwrap_or_default(), code.text),
        Block::Rule => "rule".to_owned(),
        Block::Embed(embed) => format!("{:?} [{}]({})", embed.kind, embed.name(), embed.target),
        Block::Figure(figure) => format!("figure {}", line(&figure.caption)),
    }
}

fn quoted(quote: &Quote) -> String {
    let by = line(&quote.attribution);
    if by.is_empty() { blocks(&quote.content) } else { format!("{} — {by}", blocks(&quote.content)) }
}

fn row(row: &Row) -> String {
    let cell = |cell: &bindery::article::Cell| {
        let mark = if cell.is_heading { "*" } else { "" };
        let span =
            if (cell.columns, cell.rows) == (1, 1) { String::new() } else { format!("{}x{}", cell.columns, cell.rows) };
        format!("{mark}{span}{}", blocks(&cell.content))
    };
    row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")
}

fn line(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Emphasis(content) => format!("_{}_", line(content)),
            Inline::Strong(content) => format!("*{}*", line(content)),
            Inline::Strikethrough(content) => format!("~{}~", line(content)),
            Inline::Superscript(content) => format!("^({})", line(content)),
            Inline::Subscript(content) => format!("_({})", line(content)),
            Inline::Code(text) => format!("`{text}`"),
            Inline::Link { target, content } => format!("[{}]({target})", line(content)),
            Inline::NoteReference(note) => format!("[^{}]", note.number()),
            Inline::LineBreak => "/".to_owned(),
        })
        .collect()
}

// Lists

#[test]
fn a_list_keeps_its_numbers_letters_direction_and_depth() {
    assert_eq!(
        between("<ol start=3><li>Ice<ul><li>thin</li><li>thick</li></ul></li><li>Water</li></ol>"),
        ["list[3. Ice list[- thin; - thick]; 4. Water]"]
    );
    assert_eq!(between("<ol type=a><li>Ice</li><li>Water</li></ol>"), ["list[a. Ice; b. Water]"]);
    assert_eq!(between("<ol type=I start=4><li>Ice</li><li>Water</li></ol>"), ["list[IV. Ice; V. Water]"]);
    assert_eq!(between("<ol reversed><li>Ice</li><li>Water</li><li>Mud</li></ol>"), ["list[3. Ice; 2. Water; 1. Mud]"]);
    assert_eq!(
        between("<ol style='list-style-type: upper-alpha'><li>Ice</li><li>Water</li></ol>"),
        ["list[A. Ice; B. Water]"]
    );
}

#[test]
fn a_list_of_definitions_keeps_terms_apart_from_what_they_mean() {
    assert_eq!(
        between("<dl><dt>Weir</dt><dd>A low dam.</dd><dt>Sluice</dt><dd>A gate for water.</dd></dl>"),
        ["*Weir*", "A low dam.", "*Sluice*", "A gate for water."]
    );
}

// Quotations

#[test]
fn a_quotation_keeps_its_source() {
    assert_eq!(
        between(
            "<figure><blockquote><p>It was thick enough.</p></blockquote><figcaption>— Marit Solheim, <cite>On Ice</cite></figcaption></figure>"
        ),
        ["quote(It was thick enough. — Marit Solheim, _On Ice_)"]
    );
    assert_eq!(
        between("<blockquote><p>It was thick enough.</p><footer>Marit Solheim</footer></blockquote>"),
        ["quote(It was thick enough. — Marit Solheim)"]
    );
}

#[test]
fn a_sentence_set_again_in_large_type_is_a_pull_quote_and_stands_there_once() {
    let pulled = "<blockquote>Nobody in the town of Osk minded it much</blockquote>";
    assert_eq!(between(pulled), ["pull(Nobody in the town of Osk minded it much)"]);
    assert_eq!(
        between(&format!(
            "{pulled}<p>So they said, at any rate, when I asked them in the bakery on Ferry Lane.</p>{pulled}"
        ))
        .iter()
        .filter(|block| block.starts_with("pull"))
        .count(),
        1
    );
}

// Headings

#[test]
fn headings_stand_under_the_headline_and_skip_no_level() {
    let sections = |outer: &str, inner: &str| {
        between(&format!("<{outer}>Ice</{outer}><p>It was thick.</p><{inner}>Its colour</{inner}><p>It was blue.</p>"))
    };
    for (outer, inner) in [("h4", "h5"), ("h1", "h2"), ("h2", "h5")] {
        assert_eq!(
            sections(outer, inner),
            ["h2 Ice", "It was thick.", "h3 Its colour", "It was blue."],
            "{outer} {inner}"
        );
    }
}

// Code

const LINES: &str = "code rust:fn lock() {\n    close();\n}";

#[test]
fn code_keeps_its_lines_and_its_language_whoever_coloured_it() {
    for (who, page) in [
        (
            "highlight.js",
            "<pre><code class='hljs language-rust'><span class=hljs-keyword>fn</span> lock() {\n    close();\n}\n</code></pre>",
        ),
        (
            "Prism",
            "<pre class='line-numbers language-rust'><code class=language-rust><span class='token keyword'>fn</span> lock() {\n    close();\n}<span aria-hidden=true class=line-numbers-rows><span></span><span></span></span></code></pre>",
        ),
        (
            "Shiki",
            "<pre class='shiki nord' data-language=rust><code><span class=line><span>fn lock() {</span></span>\n<span class=line><span>    close();</span></span>\n<span class=line>}</span></code></pre>",
        ),
        (
            "Shiki without breaks",
            "<pre class=shiki data-language=rust><code><span class=line>fn lock() {</span><span class=line>    close();</span><span class=line>}</span></code></pre>",
        ),
        (
            "Pygments",
            "<div class='highlight-rust notranslate'><table class=highlighttable><tr><td class=linenos><div class=linenodiv><pre>1\n2\n3</pre></div></td><td class=code><div class=highlight><pre>fn lock() {\n    close();\n}\n</pre></div></td></tr></table></div>",
        ),
        (
            "Rouge",
            "<div class='language-rust highlighter-rouge'><div class=highlight><pre class=highlight><code><table class=rouge-table><tbody><tr><td class='rouge-gutter gl'><pre class=lineno>1\n2\n3</pre></td><td class=rouge-code><pre>fn lock() {\n    close();\n}</pre></td></tr></tbody></table></code></pre></div></div>",
        ),
        (
            "GitHub",
            "<div class='highlight highlight-source-rust'><table class='highlight js-file-line-container'><tr><td class=blob-num data-line-number=1></td><td class='blob-code blob-code-inner'>fn lock() {</td></tr><tr><td class=blob-num data-line-number=2></td><td class=blob-code>    close();</td></tr><tr><td class=blob-num></td><td class=blob-code>}</td></tr></table></div>",
        ),
        (
            "Gatsby",
            "<div class=gatsby-highlight data-language=rust><pre class=language-rust><code>fn lock() {<br>    close();<br>}</code></pre></div>",
        ),
        ("a div a line", "<pre data-lang=rust><div>fn lock() {</div><div>    close();</div><div>}</div></pre>"),
        ("a code a line", "<pre class=lang-rust><code>fn lock() {</code><code>    close();</code><code>}</code></pre>"),
        (
            "pandoc",
            "<div class=sourceCode><pre class='sourceCode rust'><code class='sourceCode rust'><span id=cb1-1><a href=#cb1-1></a>fn lock() {</span>\n<span id=cb1-2>    close();</span>\n<span id=cb1-3>}</span></code></pre></div>",
        ),
        ("WordPress", "<pre class=\"brush: rust; title: ; notranslate\">fn lock() {\n    close();\n}</pre>"),
        (
            "SyntaxHighlighter",
            "<div class='syntaxhighlighter rust'><table><tr><td class=gutter><div class=line>1</div><div class=line>2</div><div class=line>3</div></td><td class=code><div class=container><div class=line><code>fn lock() {</code></div><div class=line><code>&nbsp;&nbsp;&nbsp;&nbsp;close();</code></div><div class=line><code>}</code></div></div></td></tr></table></div>",
        ),
    ] {
        let found: Vec<String> = between(page).iter().map(|block| block.replace('\u{a0}', " ")).collect();
        assert_eq!(found, [LINES], "{who}");
    }
}

#[test]
fn code_in_a_figure_keeps_its_caption() {
    assert_eq!(
        between(
            "<figure><pre><code class=language-c>int ice;</code></pre><figcaption>Listing 1: the ice</figcaption></figure>"
        ),
        ["code c:int ice;", "Listing 1: the ice"]
    );
}

// Headings

#[test]
fn bold_lines_over_paragraphs_are_headings_where_there_are_no_others() {
    let prose = "<p>The ice was thick enough for a horse and a cart, and so they went over it, all that week.</p>";
    let found =
        between(&format!("<p><b>The horses</b></p>{prose}<p><strong><span>The carts</span></strong><br></p>{prose}"));
    assert_eq!([&found[0], &found[2]], ["h2 The horses", "h2 The carts"]);
    let talk = between(&format!("<p><b>Is it safe?</b></p>{prose}<p><b>For carts, too?</b></p>{prose}"));
    assert_eq!([&talk[0], &talk[2]], ["*Is it safe?*", "*For carts, too?*"]);
}

#[test]
fn headings_are_free_of_their_own_addresses_and_of_bold() {
    assert_eq!(
        between(
            "<h2 id=ice><strong>The ice</strong><a class=anchor href=#ice>#ice</a></h2><p>It was thick enough.</p>"
        ),
        ["h2 The ice", "It was thick enough."]
    );
}

// Tables

#[test]
fn a_table_from_an_editor_has_its_head_in_bold_and_its_cells_in_their_columns() {
    let page = "<table><tr><td><p><strong>Year</strong></p></td><td><b>Ice</b></td><td><b>Carts</b></td></tr><tr><th class=sticky-column>1987</th><td></td><td>31</td></tr></table>";
    assert_eq!(between(page), ["table (*Year | *Ice | *Carts / *1987 |  | 31)"]);
}

#[test]
fn a_table_keeps_its_caption_its_heads_and_its_spans() {
    let page = "<figure><table><thead><tr><th>Year<th colspan=2>Ice, in cm</thead><tbody><tr><th rowspan=2>1987<td>March<td>31</tr><tr><td>April<td>12</tr></tbody></table><figcaption>Ice at the lock</figcaption></figure>";
    let found = between(page);
    assert_eq!(
        found[0].trim_start_matches("table ").trim_start_matches("Ice at the lock"),
        "(*Year | *2x1Ice, in cm / *1x21987 | March | 31 / April | 12)"
    );
    assert!(found.concat().contains("Ice at the lock"), "{found:?}");
}

#[test]
fn a_table_that_lays_the_page_out_is_dissolved() {
    let page = "<table role=presentation><tr><td><p>The keeper walked out on the ice.</p></td><td><p>It was thick enough.</p></td></tr></table>";
    assert_eq!(between(page), ["The keeper walked out on the ice.", "It was thick enough."]);
}

// Footnotes

#[test]
fn a_footnote_keeps_its_target_whatever_made_it() {
    for (who, mark, note) in [
        (
            "Markdown",
            "<sup id=fnref:1><a href=#fn:1 class=footnote-ref role=doc-noteref>1</a></sup>",
            "<section class=footnotes role=doc-endnotes><hr><ol><li id=fn:1 role=doc-endnote><p>In 1987 it was thicker. <a href=#fnref:1 class=footnote-backref role=doc-backlink>↩︎</a></p></li></ol></section>",
        ),
        (
            "Wikipedia",
            "<sup id=cite_ref-1 class=reference><a href=#cite_note-1><span class=cite-bracket>[</span>1<span class=cite-bracket>]</span></a></sup>",
            "<div class=reflist><ol class=references><li id=cite_note-1><span class=mw-cite-backlink><b><a href=#cite_ref-1>^</a></b></span> <span class=reference-text>In 1987 it was thicker.</span></li></ol></div>",
        ),
        (
            "Substack",
            "<a class=footnote-anchor data-component-name=FootnoteAnchorToDOM id=footnote-anchor-1 href=#footnote-1 target=_self>1</a>",
            "<div class=footnote data-component-name=FootnoteToDOM><a id=footnote-1 href=#footnote-anchor-1 class=footnote-number>1</a><div class=footnote-content><p>In 1987 it was thicker.</p></div></div>",
        ),
        (
            "anchors by name",
            "<a name=back1></a><a href=#note1><sup>1</sup></a>",
            "<hr><p><a name=note1></a><a href=#back1>1</a>. In 1987 it was thicker.</p>",
        ),
        (
            "littlefoot",
            "<sup id=fnref1><button class='littlefoot__button littlefoot-footnote__button' data-footnote-button=1>1</button><a href=#fn1 class=footnote-ref hidden>1</a></sup>",
            "<ol class=footnotes><li id=fn1>In 1987 it was thicker. <a href=#fnref1>↩</a></li></ol>",
        ),
        (
            "Word",
            "<a href=#_ftn1 name=_ftnref1><span class=MsoFootnoteReference>[1]</span></a>",
            "<div id=ftn1><p class=MsoFootnoteText><a href=#_ftnref1 name=_ftn1>[1]</a> In 1987 it was thicker.</p></div>",
        ),
    ] {
        let page = format!(
            "<p>It was thick enough for a horse and a cart.{mark} And so they went over it, all that week.</p>{END}{note}"
        );
        let article = read(&page);
        let text = blocks(&article.body);
        assert!(text.contains("for a horse and a cart.[^1] And so"), "{who}: {text}");
        assert_eq!(notes(&article), ["In 1987 it was thicker."], "{who}");
        assert!(!text.contains("1987"), "{who}: the note stands in the text, too: {text}");
    }
}

#[test]
fn a_note_in_the_margin_is_a_note() {
    let page = "<p>It was thick enough.<label for=sn-ice class='margin-toggle sidenote-number'></label><input type=checkbox id=sn-ice class=margin-toggle><span class=sidenote>In 1987 it was thicker.</span> And so they went over it, all that week.</p>";
    let article = read(page);
    assert!(blocks(&article.body).contains("It was thick enough.[^1] And so they went"), "{}", blocks(&article.body));
    assert_eq!(notes(&article), ["In 1987 it was thicker."]);
}

// Mathematics

#[test]
fn a_formula_is_there_once() {
    let katex = "<span class=katex><span class=katex-mathml><math><semantics><mrow><mi>E</mi></mrow><annotation encoding='application/x-tex'>E=mc^2</annotation></semantics></math></span><span class=katex-html aria-hidden=true><span class=mord>E</span><span class=mrel>=</span><span class=mord>mc2</span></span></span>";
    let mathjax = "<span class=MathJax_Preview>E=mc2</span><span class=MathJax id=M1 data-mathml='<math></math>'><nobr><span class=math>E=mc2</span></nobr><span class=MJX_Assistive_MathML role=presentation><math><mi>E</mi></math></span></span><script type='math/tex' id=MathJax-Element-1>E=mc^2</script>";
    let mathjax3 = "<mjx-container class=MathJax jax=CHTML><mjx-math aria-hidden=true><mjx-mi>E</mjx-mi></mjx-math><mjx-assistive-mml><math alttext='E=mc^2'><semantics><mi>E</mi><annotation encoding='application/x-tex'>E=mc^2</annotation></semantics></math></mjx-assistive-mml></mjx-container>";
    let wikipedia = "<span class=mwe-math-element><span class='mwe-math-mathml-inline mwe-math-mathml-a11y' style='display: none;'><math alttext='{\\displaystyle E=mc^2}'><semantics><mrow><mi>E</mi></mrow><annotation encoding='application/x-tex'>{\\displaystyle E=mc^2}</annotation></semantics></math></span><img src=https://math.example/e.svg class=mwe-math-fallback-image-inline aria-hidden=true alt='{\\displaystyle E=mc^2}'></span>";
    for (who, formula) in [
        ("KaTeX", katex),
        ("MathJax 2", mathjax),
        ("MathJax 3", mathjax3),
        ("Wikipedia", wikipedia),
        ("raw TeX", "$E=mc^2$"),
    ] {
        let found =
            between(&format!("<p>The keeper knew that {formula} and nothing else, or so they say.</p>")).concat();
        let tex = found.replace("{\\displaystyle E=mc^2}", "E=mc^2").replace('$', "");
        assert_eq!(tex, "The keeper knew that E=mc^2 and nothing else, or so they say.", "{who}");
    }
}

#[test]
fn mathematics_without_tex_is_its_signs() {
    assert_eq!(
        between(
            "<p>So <math><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math> holds.</p>"
        ),
        ["So x^2=1/2 holds."]
    );
}

// What other sites show in the page

#[test]
fn a_post_of_another_site_is_a_quotation_with_its_author_and_address() {
    let twitter = "<blockquote class=twitter-tweet><p lang=en dir=ltr>The ice is in.</p>&mdash; Marit Solheim (@marit) <a href='https://twitter.com/marit/status/1'>March 3, 2021</a></blockquote><script async src=https://platform.twitter.com/widgets.js></script>";
    assert_eq!(
        between(twitter),
        ["quote(The ice is in. — Marit Solheim (@marit) [March 3, 2021](https://twitter.com/marit/status/1))"]
    );
    let bluesky = "<blockquote class=bluesky-embed data-bluesky-uri='at://did/x'><p lang=en>The ice is in.</p>&mdash; Marit Solheim (<a href='https://bsky.app/profile/marit'>@marit</a>) <a href='https://bsky.app/profile/marit/post/1'>3 March</a></blockquote>";
    assert_eq!(
        between(bluesky),
        [
            "quote(The ice is in. — Marit Solheim ([@marit](https://bsky.app/profile/marit)) [3 March](https://bsky.app/profile/marit/post/1))"
        ]
    );
    let instagram = "<blockquote class=instagram-media data-instgrm-permalink='https://www.instagram.com/p/x/'><div><a href='https://www.instagram.com/p/x/'>View this post on Instagram</a><p><a href='https://www.instagram.com/p/x/'>A post shared by Marit Solheim (@marit)</a></p></div></blockquote>";
    assert!(
        between(instagram)
            .concat()
            .contains("[A post shared by Marit Solheim (@marit)](https://www.instagram.com/p/x/)"),
        "{:?}",
        between(instagram)
    );
    let mastodon =
        "<iframe src='https://social.example/@marit/1/embed' class=mastodon-embed title='Post by Marit'></iframe>";
    assert_eq!(between(mastodon), ["[Post by Marit](https://social.example/@marit/1/embed)"]);
}

#[test]
fn a_film_is_a_link_with_its_title() {
    for (who, page, link) in [
        (
            "a frame",
            "<iframe src='https://www.youtube.com/embed/abc' title='The ice goes out'></iframe>",
            "[The ice goes out](https://www.youtube.com/watch?v=abc)",
        ),
        (
            "a frame without its cookies",
            "<div class=video><iframe data-src='https://www.youtube-nocookie.com/embed/abc?rel=0' title='The ice goes out'></iframe></div>",
            "[The ice goes out](https://www.youtube.com/watch?v=abc)",
        ),
        (
            "Vimeo",
            "<iframe src='https://player.vimeo.com/video/77?h=1' title='The ice goes out'></iframe>",
            "[The ice goes out](https://vimeo.com/77)",
        ),
        (
            "lite-youtube",
            "<lite-youtube videoid=abc playlabel='The ice goes out'></lite-youtube>",
            "[The ice goes out](https://www.youtube.com/watch?v=abc)",
        ),
    ] {
        assert_eq!(between(page), [link], "{who}");
    }
    let film = between("<video poster=/ice.jpg controls title='The ice goes out'><source src=/ice.mp4></video>");
    assert!(film.concat().contains("https://courier.example/ice.mp4"), "{film:?}");
}

// Smaller things

#[test]
fn what_folds_is_unfolded_with_its_summary_first() {
    assert_eq!(
        between("<details><summary>How thick?</summary><p>Thirty-one centimetres, at the lock.</p></details>"),
        ["*How thick?*", "Thirty-one centimetres, at the lock."]
    );
}

#[test]
fn marks_in_the_line_keep_their_meaning() {
    assert_eq!(
        between(
            "<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, said <abbr title='Osk Canal Company'>OCC</abbr> at <time datetime=12:00>noon</time>; H<sub>2</sub>O, m<sup>2</sup>, <del>old</del> <ins>new</ins>, <mark>marked</mark>.</p>"
        ),
        ["Press `Ctrl`+`C`, said OCC at noon; H_(2)O, m^(2), ~old~ new, marked."]
    );
    assert_eq!(
        between(
            "<p>In <ruby>東京<rp>（</rp><rt>とうきょう</rt><rp>）</rp></ruby> and <ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby> it is warm.</p>"
        ),
        ["In 東京（とうきょう） and 漢（かん）字（じ） it is warm."]
    );
}

#[test]
fn verse_keeps_its_lines_and_stanzas() {
    assert_eq!(
        between("<p>The lock is shut,<br>the water high,</p><p>the ferry waits,<br>and so do I.</p>"),
        ["The lock is shut,/the water high,", "the ferry waits,/and so do I."]
    );
    assert_eq!(
        between("<div class=poem>The lock is shut,<br>the water high,<br><br>the ferry waits,<br>and so do I.</div>"),
        ["The lock is shut,/the water high,", "the ferry waits,/and so do I."]
    );
    assert_eq!(
        between("<address>Harbour Office<br>Ferry Lane 1<br>Osk</address>"),
        ["Harbour Office/Ferry Lane 1/Osk"]
    );
}

#[test]
fn an_interview_keeps_who_speaks() {
    assert_eq!(
        between(
            "<p><strong>Is it safe?</strong></p><p><b>Solheim:</b> It is thick enough.</p><hr><p><em>The keeper laughs.</em></p>"
        ),
        ["*Is it safe?*", "*Solheim:* It is thick enough.", "rule", "_The keeper laughs._"]
    );
}

#[test]
fn a_box_that_holds_prose_stays() {
    let boxed = "<aside class=infobox><h3>How a lock works</h3><p>A lock lifts a boat from one water to another: it goes in, the gate is shut, and the water is let in until both are level.</p><p>Then the other gate is opened, and the boat goes on its way; it takes a quarter of an hour, and a keeper who is awake.</p></aside>";
    let found = between(boxed);
    assert_eq!(found.first().map(String::as_str), Some("h2 How a lock works"), "{found:?}");
    assert_eq!(found.len(), 3);
}

// Typography

#[test]
fn spaces_and_what_cannot_be_seen_are_put_right_and_the_authors_signs_stay() {
    assert_eq!(
        between(
            "<p>  The&nbsp;&nbsp;ice\u{200b}  was <b> thick </b> , he said\u{ad}: 'so' - \"so\" -- and “so” — 5&nbsp;cm. </p><p>&nbsp;</p><p></p><p><br></p>"
        ),
        ["The ice was *thick* , he said: 'so' - \"so\" -- and “so” — 5\u{a0}cm."]
    );
    assert_eq!(
        between("<p>می\u{200c}خواهم و क\u{94d}\u{200d}ष and 👩\u{200d}🚀 too.</p>"),
        ["می\u{200c}خواهم و क\u{94d}\u{200d}ष and 👩\u{200d}🚀 too."]
    );
}
