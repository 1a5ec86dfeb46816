//! Months: their names in the languages that pages are written in.

use std::sync::LazyLock;

/// The number of the month that `word` names, 1 to 12. `word` is in lower case, without a final point.
///
/// A word of three to five letters that begins a name is an abbreviation of it ("sept", "févr", "сент").
pub(super) fn number(word: &str) -> Option<i8> {
    let names = &NAMES_BY_BYTE[usize::from(*word.as_bytes().first()?)];
    let whole = names.iter().find(|(name, _)| *name == word);
    let abbreviated = || names.iter().find(|(name, _)| name.starts_with(word));
    let found = whole.or_else(|| if (3..=5).contains(&word.chars().count()) { abbreviated() } else { None });
    found.map(|(_, number)| *number)
}

/// Whether a name of two words may begin with `word`; none is of ASCII.
pub(super) fn may_go_on(word: &str) -> bool {
    !word.is_ascii()
}

/// The names by their first bytes: most words have the first of few.
static NAMES_BY_BYTE: LazyLock<[Vec<(&str, i8)>; 256]> = LazyLock::new(|| {
    let mut by_byte = [const { Vec::new() }; 256];
    for (name, number) in NAMES.iter().flat_map(|names| names.split(',').map(str::trim_ascii_start).zip(1..)) {
        if let Some(byte) = name.as_bytes().first() {
            by_byte[usize::from(*byte)].push((name, number));
        }
    }
    by_byte
});

/// A row for each language, and a second where a language writes its months in two ways (cases, old names). Croatian
/// is left out: its tenth month has the name of the eleventh in Polish.
const NAMES: [&str; 46] = [
    // English, and its short forms that do not begin the name
    "january, february, march, april, may, june, july, august, september, october, november, december",
    "jan, feb, mar, apr, may, jun, jul, aug, sept, oct, nov, dec",
    // German; Austrian
    "januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember",
    "jänner, feber, mrz, april, mai, juni, juli, august, september, okt, november, dez",
    // French, and without accents
    "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre",
    "janvier, fevrier, mars, avril, mai, juin, juil, aout, septembre, octobre, novembre, decembre",
    // Spanish
    "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre",
    "ene, feb, mar, abr, may, jun, jul, ago, setiembre, oct, nov, dic",
    // Portuguese
    "janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro",
    // Italian
    "gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre",
    // Dutch
    "januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december",
    // Swedish
    "januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december",
    // Danish, Norwegian
    "januar, februar, marts, april, maj, juni, juli, august, september, oktober, november, december",
    "januar, februar, mars, april, mai, juni, juli, august, september, oktober, november, desember",
    // Icelandic
    "janúar, febrúar, mars, apríl, maí, júní, júlí, ágúst, september, október, nóvember, desember",
    // Finnish, in the case that dates take
    "tammikuuta, helmikuuta, maaliskuuta, huhtikuuta, toukokuuta, kesäkuuta, heinäkuuta, elokuuta, syyskuuta, lokakuuta, marraskuuta, joulukuuta",
    // Estonian
    "jaanuar, veebruar, märts, aprill, mai, juuni, juuli, august, september, oktoober, november, detsember",
    // Polish, in the case that dates take; and the plain one
    "stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia",
    "styczeń, luty, marzec, kwiecień, maj, czerwiec, lipiec, sierpień, wrzesień, październik, listopad, grudzień",
    // Czech
    "ledna, února, března, dubna, května, června, července, srpna, září, října, listopadu, prosince",
    "leden, únor, březen, duben, květen, červen, červenec, srpen, září, říjen, listopad, prosinec",
    // Slovak
    "januára, februára, marca, apríla, mája, júna, júla, augusta, septembra, októbra, novembra, decembra",
    // Hungarian
    "január, február, március, április, május, június, július, augusztus, szeptember, október, november, december",
    // Romanian
    "ianuarie, februarie, martie, aprilie, mai, iunie, iulie, august, septembrie, octombrie, noiembrie, decembrie",
    // Catalan
    "gener, febrer, març, abril, maig, juny, juliol, agost, setembre, octubre, novembre, desembre",
    // Turkish
    "ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık",
    // Indonesian
    "januari, februari, maret, april, mei, juni, juli, agustus, september, oktober, november, desember",
    // Russian, in the case that dates take; and the plain one
    "января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября, декабря",
    "январь, февраль, март, апрель, май, июнь, июль, август, сентябрь, октябрь, ноябрь, декабрь",
    // Ukrainian
    "січня, лютого, березня, квітня, травня, червня, липня, серпня, вересня, жовтня, листопада, грудня",
    // Greek
    "ιανουαρίου, φεβρουαρίου, μαρτίου, απριλίου, μαΐου, ιουνίου, ιουλίου, αυγούστου, σεπτεμβρίου, οκτωβρίου, νοεμβρίου, δεκεμβρίου",
    // Arabic, as in Egypt and the Gulf; and as in the Levant and Iraq
    "يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر",
    "كانون الثاني, شباط, آذار, نيسان, أيار, حزيران, تموز, آب, أيلول, تشرين الأول, تشرين الثاني, كانون الأول",
    // Hebrew; and with "of"
    "ינואר, פברואר, מרץ, אפריל, מאי, יוני, יולי, אוגוסט, ספטמבר, אוקטובר, נובמבר, דצמבר",
    "בינואר, בפברואר, במרץ, באפריל, במאי, ביוני, ביולי, באוגוסט, בספטמבר, באוקטובר, בנובמבר, בדצמבר",
    // Persian
    "ژانویه, فوریه, مارس, آوریل, مه, ژوئن, ژوئیه, اوت, سپتامبر, اکتبر, نوامبر, دسامبر",
    // Hindi
    "जनवरी, फ़रवरी, मार्च, अप्रैल, मई, जून, जुलाई, अगस्त, सितंबर, अक्टूबर, नवंबर, दिसंबर",
    "जनवरी, फरवरी, मार्च, अप्रैल, मई, जून, जुलाई, अगस्त, सितम्बर, अक्तूबर, नवम्बर, दिसम्बर",
    // Thai
    "มกราคม, กุมภาพันธ์, มีนาคม, เมษายน, พฤษภาคม, มิถุนายน, กรกฎาคม, สิงหาคม, กันยายน, ตุลาคม, พฤศจิกายน, ธันวาคม",
    // Bulgarian
    "януари, февруари, март, април, май, юни, юли, август, септември, октомври, ноември, декември",
    // Serbian in its two scripts
    "јануар, фебруар, март, април, мај, јун, јул, август, септембар, октобар, новембар, децембар",
    "januar, februar, mart, april, maj, jun, jul, avgust, septembar, oktobar, novembar, decembar",
    // Slovene
    "januar, februar, marec, april, maj, junij, julij, avgust, september, oktober, november, december",
    // Lithuanian, in the case that dates take
    "sausio, vasario, kovo, balandžio, gegužės, birželio, liepos, rugpjūčio, rugsėjo, spalio, lapkričio, gruodžio",
    // Latvian
    "janvāris, februāris, marts, aprīlis, maijs, jūnijs, jūlijs, augusts, septembris, oktobris, novembris, decembris",
    // Vietnamese
    "tháng 1, tháng 2, tháng 3, tháng 4, tháng 5, tháng 6, tháng 7, tháng 8, tháng 9, tháng 10, tháng 11, tháng 12",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_twelve_months() {
        assert!(NAMES.iter().all(|names| names.split(", ").count() == 12));
    }

    #[test]
    fn a_name_of_two_words_is_known_by_the_first() {
        let mut names = NAMES.iter().flat_map(|names| names.split(", "));
        assert!(names.all(|name| name.split_once(' ').is_none_or(|(first, _)| may_go_on(first))));
    }

    #[test]
    fn months_are_known_in_many_languages_and_in_short() {
        for (word, month) in
            [("july", 7), ("märz", 3), ("août", 8), ("июля", 7), ("مايو", 5), ("sept", 9), ("févr", 2), ("ago", 8)]
        {
            assert_eq!(number(word), Some(month), "{word}");
        }
        assert_eq!(number("ju"), None);
        assert_eq!(number("monday"), None);
    }
}
