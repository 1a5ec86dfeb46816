//! Pages that hold only the beginning of their article.

use bindery::article::{Extent, plain_text};
use bindery::clean::clean;
use bindery::source::{Declared, Origin, Page};
use url::Url;

const TEXT: &str = "<p>The lock was closed for the winter, and nobody in the town of Osk minded it much, for the ferry went on.</p>\
    <p>It froze in March, and the ferry stopped; the grain went by the road over the hills, and bread became dear.</p>\
    <p>On the ninth day the keeper walked out on the ice with a pole, and found it thick enough for a horse and a cart.</p>";

fn read(head: &str, body: &str) -> (Extent, String) {
    let url = Url::parse("https://courier.example/lock").unwrap();
    let html = format!(
        "<title>The Lock</title>{head}<body><main><article><h1>The Lock</h1><p class=byline>By Ada Roe</p>{body}</article></main><footer>© Courier</footer>"
    );
    let article = clean(&Page {
        origin: Origin::Web(url.clone()),
        html,
        url: Some(url),
        saved: None,
        declared: Declared::default(),
    })
    .unwrap();
    let text = plain_text(&article.body);
    (article.extent, text)
}

fn data(said: &str) -> String {
    format!(
        "<script type=application/ld+json>{{\"@type\": \"NewsArticle\", \"headline\": \"The Lock\", {said}}}</script>"
    )
}

#[test]
fn a_text_that_ends_at_a_wall_is_a_beginning_in_any_language() {
    for wall in [
        "<div class=paywall><h3>Subscribe to continue reading</h3><p>Unlimited access for 1 € a month.</p><button>Subscribe</button></div>",
        "<div class=offer><p>Jetzt weiterlesen mit Kurier plus</p></div>",
        "<div class=offer><p>Il vous reste 82.4% de cet article à lire. La suite est réservée aux abonnés.</p></div>",
        "<div class=offer><p>Para seguir leyendo, suscríbete</p></div>",
        "<p>この記事は有料会員限定です。残り1200文字</p>",
        "<section><h2>Чтобы читать дальше, оформите подписку</h2></section>",
    ] {
        let (extent, text) = read("", &format!("{TEXT}<p>Nobody had asked him to. But when he came back …</p>{wall}"));
        assert_eq!(extent, Extent::Beginning, "{wall}");
        assert!(text.ends_with("when he came back …"), "the wall is in the text: {text}");
    }
}

#[test]
fn what_the_page_says_of_its_length_is_believed_where_the_text_is_not_free() {
    let (extent, _) = read(&data("\"isAccessibleForFree\": \"False\", \"wordCount\": 912"), TEXT);
    assert_eq!(extent, Extent::Beginning);
    let paid = "\"isAccessibleForFree\": false, \"hasPart\": {\"@type\": \"WebPageElement\", \"isAccessibleForFree\": false, \"cssSelector\": \".paid\"}";
    assert_eq!(read(&data(paid), TEXT).0, Extent::Beginning);
}

#[test]
fn a_paid_article_that_is_there_is_whole() {
    let paid = "\"isAccessibleForFree\": false, \"wordCount\": 70, \"hasPart\": {\"@type\": \"WebPageElement\", \"isAccessibleForFree\": false, \"cssSelector\": \".paid\"}";
    assert_eq!(read(&data(paid), &format!("<div class=paid>{TEXT}</div>")).0, Extent::Whole);
}

#[test]
fn a_whole_article_above_an_offer_is_whole() {
    let offer = "<aside class=newsletter><p>Subscribe to our newsletter</p></aside><div hidden class=paywall>Subscribe to continue reading</div>";
    assert_eq!(read("", &format!("{TEXT}{offer}")).0, Extent::Whole);
    let long: String = (0..12).map(|year| TEXT.replace("the", &format!("in 19{year:02} the"))).collect();
    let long = format!("{long}<div class=paywall>Subscribe to continue reading</div>");
    assert_eq!(read("", &long).0, Extent::Whole);
    assert_eq!(read("", &format!("{TEXT}<p>And so he waited …</p>")).0, Extent::Whole);
}
