//! What is no article is told as such, and what is one, however odd, is not.

use bindery::article::Article;
use bindery::clean::{NoArticle, PageKind, Verdict, clean};
use bindery::source::{Declared, Origin, Page};
use url::Url;

const MENU: &str = "<header><a href=/>The Osk Courier</a><nav><ul><li><a href=/news>News</a></li><li><a href=/river>River</a></li>\
    <li><a href=/town>Town</a></li></ul></nav><form role=search><input type=search name=q></form></header>";
const FOOT: &str = "<div class=cookie-banner><p>We and our partners use cookies to measure our audience.</p><button>Accept all</button></div>\
    <footer><a href=/terms>Terms</a> <a href=/privacy>Privacy</a> © The Osk Courier</footer>";

fn read(url: &str, html: &str) -> Result<Article, NoArticle> {
    let url = Url::parse(&format!("https://courier.example{url}")).unwrap();
    clean(&Page {
        origin: Origin::Web(url.clone()),
        html: html.into(),
        url: Some(url),
        saved: None,
        declared: Declared::default(),
    })
}

fn site(url: &str, head: &str, body: &str) -> Result<Article, NoArticle> {
    read(url, &format!("<!DOCTYPE html><html><head>{head}</head><body>{MENU}<main>{body}</main>{FOOT}</body></html>"))
}

fn verdict(read: Result<Article, NoArticle>) -> Option<Verdict> {
    match read {
        Ok(_) => None,
        Err(NoArticle::Unlikely { verdict, .. }) => Some(verdict),
        Err(other) => panic!("{other}"),
    }
}

fn assert_kind(read: Result<Article, NoArticle>, kind: PageKind) {
    let verdict = verdict(read).unwrap_or_else(|| panic!("{kind} is taken for an article"));
    assert_eq!(verdict.kind, kind, "{verdict}");
    assert!((80..=100).contains(&verdict.confidence.percent()), "{verdict}");
}

const STORIES: [(&str, &str); 8] = [
    ("The lock is closed for the winter", "Nobody in the town of Osk minds it much, says the keeper."),
    ("Ferry fares rise again in March", "A single crossing will cost as much as a loaf of bread."),
    ("Eels return to the upper river", "For the first time in forty years they were counted at the weir."),
    ("Council votes on the new bridge", "The vote was close, and two members left before it was taken."),
    ("Baker of Ferry Lane retires", "He has baked eleven million rolls, by his own count."),
    ("Why the clock on the hall stopped", "It was the frost, the clockmaker says, and not the pigeons."),
    ("Floods: what the gauges said", "The water stood higher than in 1987 for a night and a day."),
    ("A school under one roof again", "Pupils move back into the old building after nine years."),
];

fn cards() -> String {
    let card = |(at, (title, line)): (usize, &(&str, &str))| {
        format!(
            "<article class=card><h3><a href=/news/{at}>{title}</a></h3><p>{line}</p><time>{} March</time></article>",
            at + 1
        )
    };
    STORIES.iter().enumerate().map(card).collect()
}

fn bare_links() -> String {
    let link = |(at, (title, _)): (usize, &(&str, &str))| format!("<li><a href=/news/{at}>{title}</a></li>");
    format!("<ul>{}</ul>", STORIES.iter().enumerate().map(link).collect::<String>())
}

#[test]
fn a_home_page_and_a_section_are_lists_of_links() {
    assert_kind(
        site("/", "<title>The Osk Courier</title><meta property=og:type content=website>", &cards()),
        PageKind::Links,
    );
    let section = format!("<h1>River</h1>{}", cards());
    assert_kind(site("/river/", "<title>River | The Osk Courier</title>", &section), PageKind::Links);
    let head = "<title>Ferries Archives - The Osk Courier</title><script type=application/ld+json>{\"@type\": \"CollectionPage\"}</script>";
    assert_kind(site("/tag/ferries/", head, &format!("<h1>Tag: Ferries</h1>{}", cards())), PageKind::Links);
}

#[test]
fn a_section_of_headlines_alone_is_a_list_of_links_in_any_language() {
    assert_kind(
        site("/archiv/1987", "<title>Archiv 1987</title>", &format!("<h1>Archiv 1987</h1>{}", bare_links())),
        PageKind::Links,
    );
    let arabic = "<li><a href=/a/1>أغلق القفل طوال فصل الشتاء ولم يهتم أحد</a></li><li><a href=/a/2>ارتفاع أجرة العبارة مرة أخرى في آذار</a></li>";
    let body = format!("<h1>أخبار النهر</h1><ul>{}</ul>", arabic.repeat(5));
    assert_kind(site("/river", "<title>أخبار النهر</title>", &body), PageKind::Links);
}

#[test]
fn the_index_of_a_forum_is_a_list_of_links() {
    let row = |at: usize, title: &str| {
        format!(
            "<tr><td><a href=/t/{at}>{title}</a></td><td>{}</td><td>{}</td><td><a href=/u/ada>ada</a>, 3 March</td></tr>",
            at * 3,
            at * 71
        )
    };
    let rows: String = STORIES.iter().enumerate().map(|(at, (title, _))| row(at, title)).collect();
    let table = format!(
        "<h1>Boats and engines</h1><table><tr><th>Topics</th><th>Replies</th><th>Views</th><th>Last post</th></tr>{rows}</table>"
    );
    assert_kind(site("/forum/boats", "<title>Boats and engines</title>", &table), PageKind::Links);
    let themen = table
        .replace("Topics", "Themen")
        .replace("Replies", "Antworten")
        .replace("Views", "Zugriffe")
        .replace("Last post", "Letzter Beitrag");
    assert_kind(site("/boote-f12.html", "<title>Boote und Motoren</title>", &themen), PageKind::Links);
}

#[test]
fn the_results_of_a_search_are_told() {
    let body =
        format!("<h1>Search results for “ferry”</h1><form><input type=search name=q value=ferry></form>{}", cards());
    assert_kind(
        site("/search?q=ferry", "<title>Search results for ferry | The Osk Courier</title>", &body),
        PageKind::SearchResults,
    );
    let body = format!("<h1>Suchergebnisse für „Fähre“</h1><p>8 Treffer</p>{}", bare_links());
    assert_kind(
        site("/?s=F%C3%A4hre", "<title>Suchergebnisse für „Fähre“ – Kurier</title>", &body),
        PageKind::SearchResults,
    );
    let body = "<h1>Résultats de recherche</h1><p>Aucun résultat ne correspond à votre recherche.</p>";
    assert_kind(
        site("/recherche?q=bac", "<title>Résultats de recherche - Le Courrier</title>", body),
        PageKind::SearchResults,
    );
}

#[test]
fn a_wall_before_the_article_is_told() {
    let form = "<form><label>Courriel <input type=email></label><label>Mot de passe <input type=password></label><button>Se connecter</button></form>";
    let body =
        format!("<h1>Connexion</h1><p>Saisissez votre adresse et votre mot de passe pour lire la suite.</p>{form}");
    assert_kind(site("/login?next=/a", "<title>Connexion – Le Courrier</title>", &body), PageKind::LogIn);
    let consent = "<h1>Weiter mit Werbung</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Ihre Einwilligung können Sie jederzeit widerrufen.</p>\
        <button>Alle akzeptieren</button><p>Wir und unsere Partner speichern Cookies und verarbeiten personenbezogene Daten für Werbung, \
        Messung und die Zwecke, die in der Datenschutzerklärung stehen.</p><p>Oder lesen Sie uns mit dem Pur-Abo ohne Werbung und ohne Cookies.</p>";
    assert_kind(read("/zustimmung", &format!("<title>Zustimmung</title><main>{consent}</main>")), PageKind::Consent);
    let consent = "<h1>Before you continue</h1><p>We use cookies and data to deliver our services, to measure audience and to show advertising.</p>\
        <p>If you choose to accept all, our partners will use your personal data for the purposes listed in our privacy notice.</p>\
        <button>Accept all</button><button>Reject all</button>";
    assert_kind(read("/consent", &format!("<title>Before you continue</title>{consent}")), PageKind::Consent);
}

#[test]
fn an_error_is_told_in_any_language() {
    for (title, said) in [
        ("404 Not Found", "The requested URL was not found on this server."),
        (
            "Page not found – The Osk Courier",
            "We looked everywhere. Perhaps the page has moved, or the address has a slip of the pen in it.",
        ),
        ("Seite nicht gefunden | Kurier", "Die Seite, die Sie suchen, gibt es nicht oder nicht mehr."),
        ("Página no encontrada", "Lo sentimos, la página que busca no existe."),
        ("Страница не найдена", "К сожалению, такой страницы нет. Вернитесь на главную."),
        ("ページが見つかりません", "お探しのページは移動または削除された可能性があります。"),
    ] {
        let body = format!("<h1>{title}</h1><p>{said}</p><p><a href=/>Home</a></p>");
        assert_kind(site("/gone", &format!("<title>{title}</title>"), &body), PageKind::Error);
    }
    assert_kind(
        read(
            "/a",
            "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>",
        ),
        PageKind::Error,
    );
}

#[test]
fn a_test_of_the_browser_is_told() {
    let body = "<h1>courier.example</h1><p>Verify you are human by completing the action below.</p><p>courier.example needs to review the \
        security of your connection before proceeding.</p><div>Ray ID: 8f2c</div>";
    assert_kind(read("/a", &format!("<title>Just a moment...</title>{body}")), PageKind::Challenge);
    let body = "<h1>Please enable JavaScript</h1><p>This site requires JavaScript to work. Please enable JavaScript in your browser and load the page again.</p>";
    assert_kind(read("/a", &format!("<title>Courier</title><body>{body}")), PageKind::Challenge);
    let body = "<h1>Vous n’êtes pas un robot ?</h1><p>Veuillez activer JavaScript et les cookies pour continuer.</p>";
    assert_kind(read("/a", &format!("<title>Un instant…</title><body>{body}")), PageKind::Challenge);
}

#[test]
fn a_shop_is_told() {
    let ware = |at: usize| {
        format!(
            "<li class=product><a href=/p/{at}><h2>Brass lantern no. {at}</h2></a><span>€ {at}9,90</span><button>In den Warenkorb</button></li>"
        )
    };
    let wares: String = (1..=12).map(ware).collect();
    assert_kind(
        site("/laternen", "<title>Laternen kaufen</title>", &format!("<h1>Laternen</h1><ul>{wares}</ul>")),
        PageKind::Products,
    );
    let body = "<h1>Brass lantern no. 4</h1><p>A lantern of brass for the landing, the porch or the boat.</p><p>$ 49.90</p><button>Add to cart</button>";
    assert_kind(
        site("/p/4", "<title>Brass lantern no. 4</title><meta property=og:type content=product>", body),
        PageKind::Products,
    );
}

#[test]
fn the_frame_of_a_page_that_had_not_loaded_is_told() {
    let frame = |text: &str| {
        format!("<title>Courier</title><body><div id=root></div><div>{text}</div><script src=/app.js></script>")
    };
    assert_kind(read("/a", &frame("Loading the Osk Courier for you …")), PageKind::Shell);
    assert_eq!(read("/a", &frame("")), Err(NoArticle::NoText));
}

#[test]
fn what_was_found_on_a_page_that_is_none_is_handed_on() {
    let Err(NoArticle::Unlikely { article, .. }) =
        site("/river/", "<title>River</title>", &format!("<h1>River</h1>{}", cards()))
    else {
        panic!("a section is taken for an article");
    };
    assert!(article.words() > 50);
}

#[test]
fn a_short_article_is_one() {
    let text = "<p>The lock at Osk will stay closed until the ice has gone, the harbour office said on Monday.</p>\
        <p>“Nobody minds it much,” said the keeper, Marit Solheim, who has kept it for thirty years.</p>";
    let body = format!("<h1>Lock stays closed</h1>{text}<aside><h2>More</h2>{}</aside>", cards());
    assert_eq!(verdict(site("/news/lock", "<title>Lock stays closed</title>", &body)), None);
    assert_eq!(
        verdict(site("/news/lock", "<title>Lock stays closed</title>", &format!("<h1>Lock stays closed</h1>{text}"))),
        None
    );
    assert_eq!(verdict(read("/news/lock", "<title>A note</title><p>Shut until Monday.</p>")), None);
}

#[test]
fn a_poem_is_one_though_the_page_has_a_form() {
    let poem = "<h1>Osk</h1><p>The lock is shut,<br>the water high,<br>the ferry waits,<br>and so do I.</p>";
    assert_eq!(
        verdict(site(
            "/poems/osk",
            "<title>Osk</title>",
            &format!("{poem}<form><input type=email><button>Sign up</button></form>")
        )),
        None
    );
}

#[test]
fn a_photo_essay_is_one() {
    let plate = |at: usize| {
        format!(
            "<figure><img src=/p/{at}.jpg width=1200 height=800><figcaption>The ferry, plate {at}.</figcaption></figure>"
        )
    };
    let plates: String = (1..=9).map(plate).collect();
    let body = format!("<h1>A winter on the ferry</h1><p>Nine pictures from the crossing.</p>{plates}");
    assert_eq!(verdict(site("/photos/winter", "<title>A winter on the ferry</title>", &body)), None);
}

#[test]
fn five_things_to_read_are_one() {
    let entries: String = STORIES[..6]
        .iter()
        .enumerate()
        .map(|(at, (title, line))| format!("<h3><a href=https://other.example/{at}>{title}</a></h3><p>{line} I liked the part about the ice best, and you may, too.</p>"))
        .collect();
    let body = format!(
        "<h1>Six things to read this weekend</h1><p class=byline>By Ada Roe</p><p>It has been a quiet week on the river, so here is what others wrote.</p>{entries}"
    );
    assert_eq!(verdict(site("/blog/reading", "<title>Six things to read this weekend</title>", &body)), None);
}

#[test]
fn questions_with_their_answers_and_manuals_are_some() {
    let thread = "<h1>Why is the lock closed?</h1><div class=post><p>I stood before it on Sunday and it was shut. Does anybody know for how long?</p></div>\
        <div class=post><p>Until the ice has gone, usually in March. The harbour office has a board with the dates.</p></div>\
        <div class=post><p>It was April last year, since a gate had to be mended first, but they do their best.</p></div>\
        <form><textarea></textarea><input type=text name=name><button>Reply</button></form>";
    assert_eq!(verdict(site("/t/lock", "<title>Why is the lock closed?</title>", thread)), None);
    let manual = "<h1>lock open</h1><p>Opens a lock of the canal.</p><pre>lock open [--slowly] NAME</pre><dl><dt>--slowly</dt><dd>Lets the water in by one sluice.</dd></dl>\
        <p>See also <a href=/lock-close>lock close</a> and <a href=/lock-list>lock list</a>.</p>";
    assert_eq!(verdict(site("/man/lock-open", "<title>lock open</title>", manual)), None);
}

#[test]
fn an_article_about_errors_cookies_or_logins_is_one() {
    let text = "<p>It began on a Monday, when the harbour’s booking site showed nothing but three digits. The clerk who kept it had left for the \
        islands, and nobody knew the password.</p><p>“We tried the name of his dog,” said the mayor. On Thursday somebody found a note under the \
        keyboard, and the ferries were booked again; the cookies in the drawer beside it were past eating, though.</p>";
    for title in ["404", "Page not found", "Log in", "Cookies", "Just a moment", "Search"] {
        let head = format!(
            "<title>{title} | The Osk Courier</title><meta property=article:published_time content=2021-03-04>"
        );
        assert_eq!(
            verdict(site("/news/site", &head, &format!("<h1>{title}</h1><p>By Ada Roe</p>{text}"))),
            None,
            "{title}"
        );
    }
}
