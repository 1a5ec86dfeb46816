//! The lists of the lexicon: how each is called in the files and in the code, and how it is looked up.
//!
//! `byline.labels` stands as `labels` under `[byline]` in a file, and is `lexicon::BYLINE_LABELS` in the code.

/// A list that files may have words for.
pub(crate) struct Key {
    pub name: &'static str,
    pub homes: &'static [Home],
    pub form: Form,
    pub case: Case,
}

/// The files in which a list may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    Languages,
    Structure,
    Organisations,
}

/// How a list is looked up.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    /// Each word by itself.
    Words,
    /// In many lines.
    Phrases,
    /// The same, and what is found is counted for each language by itself.
    PhrasesByLanguage,
    /// Each word stands for one of these.
    Graded(&'static [&'static str]),
    /// Rows of the twelve months.
    Months,
}

/// How words are to be written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Case {
    /// In small letters. Marks are left out as the files are read: "don't miss" is looked for as "don t miss".
    Folded,
    /// In small letters.
    Small,
    /// As they are printed: "INÉS" is not "Inés".
    AsWritten,
    /// As they are printed, between two spaces.
    Between,
}

const LANGUAGES: &[Home] = &[Home::Languages];
const EVERYWHERE: &[Home] = &[Home::Languages, Home::Organisations];

const fn words(name: &'static str) -> Key {
    Key { name, homes: LANGUAGES, form: Form::Words, case: Case::Small }
}

const fn written(name: &'static str) -> Key {
    Key { name, homes: LANGUAGES, form: Form::Words, case: Case::AsWritten }
}

const fn between(name: &'static str) -> Key {
    Key { name, homes: LANGUAGES, form: Form::Words, case: Case::Between }
}

const fn phrases(name: &'static str) -> Key {
    Key { name, homes: LANGUAGES, form: Form::Phrases, case: Case::Folded }
}

const fn of_organisations(name: &'static str, case: Case) -> Key {
    Key { name, homes: EVERYWHERE, form: Form::Words, case }
}

const fn of_structure(name: &'static str) -> Key {
    Key { name, homes: &[Home::Structure], form: Form::Words, case: Case::Small }
}

const fn graded(name: &'static str, grades: &'static [&'static str]) -> Key {
    Key { name, homes: &[Home::Structure], form: Form::Graded(grades), case: Case::Small }
}

impl Key {
    /// What is to be written in a file: the name, and the grades if it has such.
    pub(crate) fn paths(&self) -> Vec<String> {
        match self.form {
            Form::Graded(grades) => grades.iter().map(|grade| format!("{}.{grade}", self.name)).collect(),
            _ => vec![self.name.to_owned()],
        }
    }
}

pub(crate) const KEYS: &[Key] = &[
    words("byline.after_names"),
    between("byline.and"),
    words("byline.before_dates"),
    words("byline.card_labels"),
    words("byline.desks"),
    words("byline.jobs"),
    words("byline.labels"),
    words("byline.labels_alone"),
    words("byline.no_name"),
    words("byline.other_work"),
    words("byline.own_house"),
    words("byline.placeholders"),
    words("byline.sure_labels"),
    between("byline.workplaces"),
    between("names.and"),
    words("names.particles"),
    words("names.prefixes"),
    words("dates.between"),
    words("dates.changed"),
    Key { name: "dates.months", homes: LANGUAGES, form: Form::Months, case: Case::Small },
    words("dates.plain_labels"),
    words("dates.published"),
    words("section.says_nothing"),
    words("site.says_nothing"),
    of_organisations("organisations.additions", Case::AsWritten),
    of_organisations("organisations.agencies", Case::Small),
    of_organisations("organisations.agencies_as_written", Case::AsWritten),
    of_organisations("organisations.agencies_in_bylines", Case::Small),
    of_organisations("organisations.articles", Case::Small),
    of_organisations("organisations.bodies", Case::Small),
    of_organisations("organisations.in_names_of_bodies", Case::Small),
    of_organisations("organisations.machines", Case::Small),
    of_organisations("organisations.outlets", Case::Small),
    of_organisations("organisations.parts", Case::Small),
    of_organisations("organisations.cut_short", Case::AsWritten),
    of_organisations("organisations.networks", Case::Small),
    of_organisations("organisations.picture_sites", Case::Small),
    of_organisations("organisations.written_small", Case::Small),
    of_organisations("organisations.words", Case::Small),
    words("credit.after_names"),
    words("credit.by"),
    words("credit.by_after_title"),
    written("credit.by_as_written"),
    words("credit.elided"),
    words("credit.fillers"),
    written("credit.given_by"),
    words("credit.handouts"),
    written("credit.initials_as_written"),
    words("credit.labels"),
    words("credit.linking"),
    words("credit.made.drawing"),
    words("credit.made.graphic"),
    words("credit.made.illustration"),
    words("credit.made.map"),
    words("credit.made.montage"),
    words("credit.made.painting"),
    words("credit.made.photo_illustration"),
    written("credit.made_for"),
    words("credit.notes"),
    words("credit.of_or_by"),
    words("credit.openings"),
    words("credit.photographs"),
    words("credit.pictures"),
    words("credit.places"),
    written("credit.places_as_written"),
    words("credit.pointers"),
    words("credit.qualifiers"),
    words("credit.stand_ins"),
    words("credit.stand_ins_after_labels"),
    written("credit.via"),
    written("credit.via_agency"),
    words("licence.after"),
    written("licence.had_from"),
    words("licence.links"),
    words("licence.own_work"),
    words("licence.some_rights"),
    words("licence.public_domain"),
    words("licence.terms.attribution"),
    words("licence.terms.no_derivatives"),
    words("licence.terms.non_commercial"),
    words("licence.terms.share_alike"),
    words("licence.under"),
    words("caption.about_portraits"),
    words("caption.byline_openings"),
    words("caption.controls"),
    words("caption.joining"),
    words("caption.labels"),
    written("caption.labels_before_names"),
    words("caption.no_credit_openings"),
    words("caption.on"),
    written("caption.openings"),
    written("caption.openings_of_names_too"),
    words("caption.picture_openings"),
    written("caption.small_words_in_capitals"),
    words("caption.took"),
    words("pagination.next"),
    words("pagination.page"),
    words("pagination.previous"),
    phrases("cross_links.calls"),
    phrases("cross_links.labels"),
    phrases("cross_links.openings"),
    words("cross_links.sources_follow"),
    words("cross_links.tallied"),
    words("sign_off.author_verbs"),
    phrases("sign_off.disclosures"),
    words("sign_off.editors"),
    phrases("sign_off.openings"),
    words("appendices.headings"),
    words("embeds.empty_titles"),
    phrases("paywall.lines"),
    phrases("paywall.remains"),
    phrases("pages.accept_buttons"),
    phrases("pages.buy_buttons"),
    phrases("pages.challenge_text"),
    phrases("pages.challenge_titles"),
    phrases("pages.consent_titles"),
    Key { name: "pages.consent_words", homes: LANGUAGES, form: Form::PhrasesByLanguage, case: Case::Folded },
    phrases("pages.error_titles"),
    phrases("pages.forum_columns"),
    phrases("pages.log_in_titles"),
    phrases("pages.search_titles"),
    graded("body.article", &["named"]),
    of_structure("body.articles_of_services"),
    of_structure("body.bare_names"),
    graded("body.boilerplate", &["likely", "window", "label", "index", "way", "sold", "sure", "voices"]),
    of_structure("body.boxes"),
    of_structure("body.ids_of_the_site"),
    of_structure("body.roles"),
    of_structure("body.services"),
    of_structure("body.slots"),
    of_structure("extent.comments"),
    of_structure("extent.walls"),
    of_structure("figures.beside_placeholders"),
    of_structure("figures.buttons"),
    of_structure("figures.calls"),
    of_structure("figures.caption"),
    of_structure("figures.controls"),
    of_structure("figures.counters"),
    of_structure("figures.credit"),
    of_structure("figures.credit_properties"),
    of_structure("figures.faces"),
    of_structure("figures.full_size"),
    of_structure("figures.furniture"),
    Key { name: "figures.furniture_pairs", homes: &[Home::Structure], form: Form::Phrases, case: Case::Small },
    of_structure("figures.heroes"),
    of_structure("figures.near_credit"),
    of_structure("figures.ornaments"),
    of_structure("figures.own_sizes"),
    of_structure("figures.picture_boxes"),
    of_structure("figures.placeholders"),
    of_structure("figures.round_classes"),
    of_structure("figures.signs"),
    of_structure("figures.sizes"),
    of_structure("figures.small_versions"),
    of_structure("figures.unseen_classes"),
    of_structure("metadata.author_folders"),
    of_structure("metadata.changed_endings"),
    graded(
        "metadata.names",
        &["apart", "beside", "breadcrumb", "byline", "date", "standfirst", "section", "heading", "denial"],
    ),
    of_structure("pages.list_folders"),
    of_structure("pages.search_folders"),
    of_structure("rules.conduct"),
    of_structure("rules.privacy"),
    of_structure("rules.use"),
];
