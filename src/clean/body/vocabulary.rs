//! Vocabulary: the words by which sites name the parts of their pages, each group with what it tells.

/// How surely a word tells furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// Out if it is not mostly prose: sites use the word for parts of the article, too.
    Likely,
    /// Out if it has words: the same names wrap pictures that open in a window.
    Window,
    /// Out if it is short: the same names may stand on a whole article or a part of it.
    Label,
    /// Out if it is mostly links.
    Index,
    /// Out if it leads somewhere or holds no prose.
    Way,
    /// Out, unless it is what is sold: lines of text, or a box of prose without anything to press.
    Sold,
    /// Out, unless it holds most of the page's prose or reads like a chapter.
    Sure,
    /// Out, unless it holds most of the page's prose: others speak here, and may well set headings.
    Voices,
}
use Sign::{Index, Label, Likely, Sold, Sure, Voices, Way, Window};

/// Words of classes and ids. A trailing `*` stands for any ending; a hyphen joins neighbouring words.
pub(super) const WORDS: &[(Sign, &str, &str)] = &[
    (
        Sure,
        "ways around the site",
        "nav navbar navigation navi menu submenu megamenu breadcrumb* crumbs pagination pager post-navigation \
         prev-next next-prev site-index sitemap skip-link skip-to skiplink* toolbar offcanvas hamburger \
         masthead topbar site-header site-footer page-footer global-footer global-header searchform \
         search-form search-box searchbox back-to-top backtotop scroll-to-top language-switcher lang-switcher \
         jump-link* jump-to post-nav nextprev adjacent-posts",
    ),
    (
        Index,
        "tables of contents: the book has its own",
        "toc tableofcontents table-of-contents ez-toc* lwptoc rank-math-toc* wp-block-table-of-contents \
         table-of-content toccontainer post-toc on-this-page in-this-article",
    ),
    (
        Sure,
        "adverts",
        "ad ads adv advert* adsense adsbygoogle adslot adunit adbox adwrap* adcontainer ad-container dfp \
         taboola outbrain sponsor sponsors sponsored sponsor-* banner-ad leaderboard-ad mpu revcontent \
         zergnet teads admz inread advads* ai-viewport*",
    ),
    (
        Sure,
        "sharing",
        "share shares sharing sharer sharebar share-* sharedaddy sharethis addtoany* addthis* sociallinks \
         socialmedia social socials social-* socialshare follow-us heateor* ssba shariff sociable \
         shareaholic* mashsb* essb* sfsi* jp-relatedposts print-button pin-it followus a2a",
    ),
    (
        Way,
        "ways to other articles",
        "related relatedposts related-* relateds recommended recommendation* recirc* recirculation read-more \
         readmore read-next readnext up-next more-from more-stories morestories also-like you-may youmay* \
         trending most-read mostread most-popular mostpopular popular-posts latest-posts recent-posts \
         latest-news similar see-also seealso also-read alsoread teaser teasers yarpp* next-article next-post \
         previous-post prev-post keep-reading further-reading continue-reading more-articles relatedarticles \
         related_* rp4wp* crp-* post-card article-card storycard story-card blog-card inline-related \
         recent-articles recommended-* suggested suggestions explore-more discover-more contextual-* \
         featured-posts similar-posts related-content latest-articles other-posts more-posts more-news \
         recentposts blog-list post-list article-list news-list",
    ),
    (
        Sold,
        "paywalls, and the text behind them: publishers tell search engines by this name which text they sell",
        "paywall* pay-wall regwall meter-*",
    ),
    (
        Sure,
        "newsletters, subscriptions",
        "newsletter* subscribe* subscription* signup* sign-up optin* opt-in mailchimp* mc-embed* convertkit* hs-cta* mailing-list email-capture emailsignup \
         lead-magnet leadmagnet email-signup donate* donation* membership-* register-* login* log-in signin \
         sign-in cta-* cta ctas call-to-action calltoaction hubspot-form gform* wpforms* wpcf7* ninja-forms* \
         contact-form w-form* restricted-content* mc4wp* formkit* klaviyo*",
    ),
    (
        Voices,
        "comments",
        "comments comment commentlist comment-* comments-* disqus* respond livefyre fb-comments \
         viafoura hyvor* utterances giscus trackback* user-reviews customer-reviews",
    ),
    (
        Sure,
        "discussions and ratings; a chapter may be called so, too",
        "discussion reactions rating-widget kk-star-* post-ratings feedback was-this-helpful helpful upvote* voting",
    ),
    (Window, "windows over the page", "modal* popup* pop-up overlay lightbox tooltip* toast flyout drawer dropdown*"),
    (
        Sure,
        "notices over the page",
        "cookie* consent gdpr* ccpa onetrust* \
         interstitial notification* alertbar announcement-bar cky-* didomi* adblock* truste snackbar",
    ),
    (
        Sure,
        "who, when and under which label: kept apart from the body",
        "byline* by-line author-bio authorbio author-box authorbox author-info author-card author-profile \
 author-name author-details author-description author-block author-section author-meta author-about \
 authors author about-author about-the-author authordetails author-* post-author* article-author* \
 entry-author* contributors contributor post-meta* postmeta entry-meta* article-meta* article__meta \
 meta-info entry-footer post-footer article-footer posted-on posted-by postdate post-date entry-date \
 publish-date publication-date \
 article-date article-info post-info reading-time read-time readtime readingtime \
 time-to-read post-tags entry-tags article-tags cat-links \
 post-categories category-* post-category saboxplugin* \
 abh-* molongui* pp-multiple-authors* bio biography-box post-terms post-tag wp-block-post-date \
 wp-block-post-author* wp-block-post-terms view-count views-count postedin filed-under",
    ),
    (
        Label,
        "dates and labels",
        "published pubdate pub-date dateline timestamp date datetime last-updated updated tags taglist tag-list \
         tag-links tagcloud categories keywords topics kicker eyebrow legal",
    ),
    (
        Sure,
        "for machines and screen readers only",
        "sr-only visually-hidden visuallyhidden screen-reader* screenreader* u-hidden noprint no-print \
         print-hide hide-print print-only clip-text a11y-hidden element-invisible assistive-text off-screen offscreen",
    ),
    (
        Sure,
        "states that a style sheet hides until something happens, and what tells a builder how to set a part",
        "w-condition-invisible thank-you thankyou form-success form-error form-done form-fail success-message \
         error-message hidetranscript section-metadata",
    ),
    (
        Way,
        "lists of a player's other films, and what it says while it plays",
        "video-playlist* video-resource* video-controls now-playing",
    ),
    (
        Sure,
        "small print and players",
        "copyright* disclosure-* affiliate-disclosure affiliate-disclaimer audio-player \
         text-to-speech tts beyondwords speechify* video-js vjs-* jwplayer* player-controls",
    ),
    (
        Likely,
        "beside the article, or perhaps a box inside it",
        "sidebar* side-bar side aside rail right-rail left-rail widget* promo* banner* footer header foot \
         head hero subscribe follow meta info-bar slick-* carousel* slider* swiper* card cards button* \
         btn btns buttons label labels icons sticky tag category badge* hidden hide login search language* \
         links linklist link-list print email forum shop* product-card* buy-* price* coupon deal deals \
         affiliate* merchant* retailer* disclaimer* disclosure* filter* form terms partner* playlist \
         podcast-* poll quiz survey more latest popular editors-picks featured topic tools actions controls \
         utility utilities loading loader skeleton placeholder sticky-* bookmark* save-* favorite* likes like \
         views stats credit* attribution source-* correction*-link collections series-* navlinks index-*",
    ),
];

/// How the classes begin that come with a service put into the page. The services' names are words of their own:
/// "piano" may be what the article is about.
pub(super) const SERVICES: &[&str] = &[
    // Adverts.
    "gpt-ad",
    "gpt-slot",
    "nativo-",
    "ntv-",
    // Sharing.
    "swp_",
    "swp-",
    // Paywalls.
    "piano-inline",
    "piano-container",
    "piano-template",
    "piano-offer",
    "tp-modal",
    "tp-container",
    // Comments.
    "coral-thread",
    "coral-comment",
    "coral-embed",
    "coral-container",
    "coral_thread",
    // Players that read the article out.
    "trinity-player",
    "trinity-tts",
    "trinityaudio",
    "listen-to-",
    "listen-button",
    "listen-player",
];

/// Classes that a publishing service writes on the article of all who use it.
pub(super) const SERVICE_BODIES: &[&str] = &["available-content"];

/// Classes of the slots that site builders fill with the post itself.
pub(super) const SLOTS: &[&str] =
    &["elementor-widget-theme-post-content", "wp-block-post-content", "et_pb_post_content"];

/// Classes and ids that say "the article", if they say nothing else.
pub(super) const BARE_NAMES: &[&str] = &["article", "content", "story"];

/// Words that say: this is the article.
pub(super) const BODY_WORDS: &[(Sign, &str, &str)] = &[(
    Sure,
    "the body",
    "article-body articlebody article-content articlecontent article-text entry-content entrycontent \
         post-content postcontent post-body postbody post-text story-body storybody story-content story-text \
         content-body contentbody body-content body-text bodytext body-copy bodycopy main-content maincontent \
         page-content blog-content blog-post-content blogpost blog-body news-content news-body news-text \
         rich-text richtext rte wysiwyg td-post-content single-content prose field-name-body article-main \
         the-content thecontent w-richtext markdown-body text-content \
         article-detail detail-content detail-body",
)];

/// Landmark roles (WAI-ARIA 1.2, 5.3.4) and others that no article text has.
pub(super) const ROLES: &str = "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist form tooltip \
         alert status progressbar listbox combobox complementary directory";
