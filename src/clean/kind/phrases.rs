//! Phrases: what pages that are no articles call themselves, in the larger languages of the web.
//!
//! All are folded: letters and digits in lower case, words parted by one space, phrases by `|`. Folding parts the words of
//! scripts that write vowels as marks, so these look broken here.

use crate::article::folded;
use crate::clean::phrase_table::PhraseTable;
use std::collections::BTreeSet;

/// The titles of errors.
pub(super) static ERRORS: PhraseTable = PhraseTable::of(&[
    "404|403|410|500|502|503|error 404|404 error|error 403|error 500|error|page not found|not found|file not found|object not found\
     |access denied|forbidden|access forbidden|unauthorized|internal server error|bad gateway|bad request|service unavailable|service temporarily unavailable\
     |gateway timeout|gateway time out|server error|server not found|something went wrong|page unavailable|this page isn t available|page doesn t exist\
     |page does not exist|page can t be found|we can t find that page|oops that page can t be found|sorry page not found|this page could not be found\
     |site not found|no longer available|content not available|too many requests|under maintenance|site maintenance|down for maintenance",
    "seite nicht gefunden|seite wurde nicht gefunden|diese seite wurde nicht gefunden|die seite wurde nicht gefunden|fehler 404|404 fehler|zugriff verweigert\
     |seite existiert nicht|diese seite existiert nicht|nicht gefunden|fehler|wartungsarbeiten",
    "page introuvable|page non trouvée|erreur 404|404 erreur|accès refusé|cette page n existe pas|page inexistante|erreur|la page demandée est introuvable",
    "página no encontrada|error 404 página no encontrada|no se encontró la página|no encontramos la página|acceso denegado|la página no existe|página no disponible",
    "pagina non trovata|errore 404|accesso negato|la pagina non esiste|pagina inesistente|errore",
    "página não encontrada|erro 404|acesso negado|a página não existe|erro",
    "pagina niet gevonden|toegang geweigerd|pagina bestaat niet|niet gevonden|sidan hittades inte|sidan kunde inte hittas|sidan finns inte|siden blev ikke fundet\
     |siden findes ikke|siden ble ikke funnet|siden finnes ikke|fant ikke siden|sivua ei löytynyt|sivua ei löydy",
    "nie znaleziono strony|strona nie została znaleziona|strona nie istnieje|nie znaleziono|błąd 404|odmowa dostępu|stránka nenalezena|stránka nebyla nalezena\
     |stránka neexistuje|chyba 404|stránka sa nenašla|az oldal nem található|oldal nem található|pagina nu a fost găsită|pagina nu există|stranica nije pronađena",
    "страница не найдена|ошибка 404|не найдено|доступ запрещен|доступ запрещён|сторінку не знайдено|сторінка не знайдена|помилка 404|страницата не е намерена\
     |η σελίδα δεν βρέθηκε|σφάλμα 404|sayfa bulunamadı|aradığınız sayfa bulunamadı|404 hata|erişim engellendi",
    "الصفحة غير موجودة|الصفحة غير متوفرة|خطأ 404|صفحه یافت نشد|הדף לא נמצא|पृष ठ नहीं मिला|पेज नहीं मिला|halaman tidak ditemukan|không tìm thấy trang\
     |trang không tồn tại|ไม พบหน า|ไม พบหน าที คุณต องการ",
    "页面不存在|页面未找到|找不到页面|您访问的页面不存在|无法找到该页|找不到網頁|找不到頁面|頁面不存在|ページが見つかりません|お探しのページは見つかりません\
     |ページが存在しません|アクセスが拒否されました|페이지를 찾을 수 없습니다|존재하지 않는 페이지입니다|접근이 거부되었습니다",
]);

/// The titles of tests of the browser.
pub(super) static CHALLENGES: PhraseTable = PhraseTable::of(&[
    "just a moment|one moment please|one moment|please wait|attention required|attention required cloudflare|ddos guard|security check|security verification\
     |checking your browser|are you a robot|are you a human|are you human|robot check|human verification|verify you are human|captcha|pardon our interruption|access to this page has been denied\
     |bot verification|browser check|verification required|client challenge|javascript required|javascript is disabled|javascript is not available|please enable javascript|enable javascript\
     |enable javascript to continue|unsupported browser|browser not supported",
    "einen moment|einen moment bitte|nur einen moment|sicherheitsüberprüfung|sind sie ein roboter|bitte javascript aktivieren|javascript ist deaktiviert",
    "un instant|un instant svp|un momento|un momento por favor|vérification de sécurité|veuillez patienter|êtes vous un robot|comprobación de seguridad|verificación de seguridad|un attimo|verifica di sicurezza",
    "um momento|só um momento|verificação de segurança|een ogenblik geduld|momentje|ett ögonblick|et øjeblik|proszę czekać|chwileczkę|weryfikacja|okamžik",
    "один момент|проверка браузера|подтвердите что вы не робот|вы не робот|bir dakika lütfen|lütfen bekleyin|güvenlik kontrolü|لحظة من فضلك|请稍候|请稍等|安全验证|人机验证|請稍候|しばらくお待ちください|セキュリティチェック|잠시만 기다려 주세요|잠시만 기다리십시오",
]);

/// What tests of the browser say, anywhere in a text that says little else.
pub(super) static CHALLENGE_TEXT: PhraseTable = PhraseTable::of(&[
    "enable javascript|javascript is disabled|javascript is required|requires javascript|turn on javascript|without javascript enabled|javascript and cookies\
     |checking your browser|checking if the site connection is secure|verify you are human|verifying you are human|you are a human|you are human|not a robot|not a bot|unusual traffic|solve the captcha|complete the captcha|security of your connection\
     |ray id|press and hold|browser did something unexpected|automated access|automated requests",
    "aktivieren sie javascript|javascript aktivieren|javascript ist deaktiviert|kein roboter|ungewöhnlichen datenverkehr|ihr browser wird überprüft|sie ein mensch sind",
    "activer javascript|activez javascript|pas un robot|habilite javascript|activa javascript|active javascript|habilitar javascript|no eres un robot|no soy un robot|abilita javascript|attiva javascript|non sei un robot|ative o javascript|não é um robô",
    "schakel javascript in|javascript in te schakelen|aktivera javascript|aktiver javascript|włącz javascript|włączyć obsługę javascript|povolte javascript|включите javascript|включить javascript|вы не робот|увімкніть javascript|javascript i etkinleştirin|robot olmadığınızı",
    "تفعيل جافا سكريبت|启用javascript|启用 javascript|開啟 javascript|啟用 javascript|不是机器人|javascriptを有効|javascript を有効|ロボットではない|자바스크립트를 활성화|javascript를 활성화|로봇이 아닙니다",
]);

/// The titles of searches; what was searched for may follow or stand before.
pub(super) static SEARCHES: PhraseTable = PhraseTable::of(&[
    "search results|search results for|search result|search|you searched for|results for|search for|suchergebnisse|suchergebnis|suchergebnisse für|suche nach|suche|ergebnisse für|sie haben nach",
    "résultats de recherche|résultats de la recherche|résultats pour|vous avez cherché|recherche|resultados de búsqueda|resultados de la búsqueda|resultados para|resultados de la busqueda|búsqueda|has buscado",
    "risultati della ricerca|risultati di ricerca|risultati per|hai cercato|ricerca|resultados da pesquisa|resultados da busca|resultado da busca|pesquisa|busca|você pesquisou por",
    "zoekresultaten|zoekresultaten voor|zoeken|sökresultat|sök|søgeresultater|søkeresultater|søk|søg|hakutulokset|haku|wyniki wyszukiwania|wyniki wyszukiwania dla|szukaj|výsledky vyhledávání|výsledky hledání|keresési eredmények|találatok|rezultatele căutării|rezultate căutare",
    "результаты поиска|результаты поиска по запросу|поиск|результати пошуку|пошук|αποτελέσματα αναζήτησης|arama sonuçları|arama|نتائج البحث|نتائج البحث عن|نتایج جستجو|תוצאות חיפוש|खोज परिणाम|hasil pencarian|kết quả tìm kiếm",
    "搜索结果|搜尋結果|搜索|検索結果|検索|검색 결과|검색결과",
]);

/// The titles of pages to log in.
pub(super) static LOG_INS: PhraseTable = PhraseTable::of(&[
    "log in|login|sign in|signin|log on|register|sign up|create account|create an account|create your account|my account|account login|member login|subscriber login|reset password|forgot password|forgot your password",
    "anmelden|anmeldung|einloggen|registrieren|konto|mein konto|passwort vergessen|connexion|se connecter|identifiez vous|s identifier|inscription|mot de passe oublié|mon compte|créer un compte",
    "iniciar sesión|inicia sesión|acceder|acceso|regístrate|registro|mi cuenta|identifícate|accedi|login utente|registrati|entra|entrar|iniciar sessão|fazer login|cadastro|minha conta",
    "inloggen|aanmelden|logga in|log ind|logg inn|kirjaudu|kirjaudu sisään|zaloguj się|logowanie|přihlášení|přihlásit se|prihlásenie|bejelentkezés|belépés|autentificare|conectare|prijava",
    "вход|войти|авторизация|вход в систему|регистрация|вхід|увійти|σύνδεση|giriş|giriş yap|oturum aç|تسجيل الدخول|ورود|התחברות|लॉग इन|masuk|đăng nhập|เข าสู ระบบ",
    "登录|登入|用户登录|会员登录|ログイン|로그인",
]);

/// Words and stems of texts that ask for consent; each is counted once.
pub(super) static CONSENT_WORDS: [PhraseTable; 5] = [
    PhraseTable::of(&[
        "cookie|consent|personal data|personali|privacy|our partners|partners|vendors|purposes|legitimate interest|advertising|tracking|store and or access|audience|accept all|reject all",
    ]),
    PhraseTable::of(&[
        "einwilligung|zustimm|zustimmung|datenschutz|werbung|personenbezogen|unsere partner|partnern|zwecke|akzeptieren|ablehnen|pur abo|berechtigtes interesse|trackern",
    ]),
    PhraseTable::of(&[
        "consentement|données personnelles|partenaires|publicité|traceurs|finalités|accepter|refuser|consentimiento|datos personales|socios|publicidad|finalidades|aceptar|rechazar",
    ]),
    PhraseTable::of(&[
        "consenso|dati personali|pubblicità|finalità|accetta|rifiuta|consentimento|dados pessoais|parceiros|aceitar|toestemming|persoonsgegevens|accepteren|advertenties|samtycke|personuppgifter|samtykke|personopplysninger|suostumus|evästeet",
    ]),
    PhraseTable::of(&[
        "zgoda|zgody|danych osobowych|pliki cookie|ciasteczk|reklam|souhlas|osobní údaje|souborů|hozzájárulás|sütik|согласие|файлы cookie|персональных данных|згода|çerez|kişisel veri|onay|ملفات تعريف الارتباط|同意|隐私|個人情報|クッキー|쿠키|동의",
    ]),
];

/// The titles of pages that ask for consent.
pub(super) static CONSENTS: PhraseTable = PhraseTable::of(&[
    "before you continue|your privacy|we value your privacy|privacy settings|cookie settings|cookie consent|consent|privacy choices|your privacy choices|privacy center|cookies|privacy and cookies|manage cookies|we use cookies",
    "zustimmung|einwilligung|cookie einstellungen|datenschutzeinstellungen|privatsphäre einstellungen|ihre privatsphäre|bevor sie fortfahren|weiter mit werbung|consentement|vos choix|votre vie privée|gestion des cookies|paramètres des cookies|avant de continuer",
    "tu privacidad|su privacidad|configuración de cookies|antes de continuar|antes de ir|la tua privacy|impostazioni cookie|prima di continuare|a sua privacidade|toestemming|cookie instellingen|cookies op|zgoda|ustawienia plików cookie|souhlas|согласие|настройки cookie|çerez ayarları|同意|クッキー設定",
]);

/// The faces of buttons that accept.
pub(super) static ACCEPT: PhraseTable = PhraseTable::of(&[
    "accept|accept all|accept all cookies|accept cookies|agree|i agree|agree and continue|i accept|accept and continue|allow all|got it|consent|akzeptieren|alle akzeptieren|alles akzeptieren|zustimmen|zustimmen und weiter|einverstanden|akzeptieren und weiter|alle cookies akzeptieren",
    "accepter|tout accepter|accepter et continuer|j accepte|accepter et fermer|continuer sans accepter|aceptar|aceptar todo|aceptar y continuar|aceptar todas|accetta|accetta tutto|accetta e continua|aceitar|aceitar tudo|aceitar todos|akkoord|accepteren|alles accepteren",
    "acceptera|acceptera alla|godkänn alla|accepter alle|godta alle|hyväksy|hyväksy kaikki|akceptuję|zaakceptuj wszystkie|zgadzam się|przejdź do serwisu|souhlasím|přijmout vše|elfogadom|принять|принять все|согласен|прийняти|kabul et|tümünü kabul et|موافق|接受|同意|全部接受|同意する|すべて同意|동의|모두 동의",
]);

/// The faces of buttons that buy.
pub(super) static BUY: PhraseTable = PhraseTable::of(&[
    "add to cart|add to basket|add to bag|buy now|buy it now|checkout|in den warenkorb|jetzt kaufen|in den einkaufswagen|ajouter au panier|acheter|añadir al carrito|agregar al carrito|añadir a la cesta|comprar|comprar ahora|aggiungi al carrello|acquista|adicionar ao carrinho",
    "in winkelwagen|in winkelmandje|toevoegen aan winkelwagen|lägg i varukorg|lägg i kundvagn|læg i kurv|legg i handlekurv|lisää ostoskoriin|do koszyka|dodaj do koszyka|do košíku|přidat do košíku|vložit do košíku|kosárba|adaugă în coș|в корзину|добавить в корзину|купить|до кошика|купити|sepete ekle|أضف إلى السلة|加入购物车|加入購物車|カートに入れる|장바구니에 담기",
]);

/// The heads of a forum's columns.
pub(super) static FORUM: PhraseTable = PhraseTable::of(&[
    "topics|topic|threads|thread|replies|views|posts|last post|latest post|last reply|started by|forum|themen|thema|beiträge|antworten|aufrufe|zugriffe|letzter beitrag|sujets|sujet|réponses|vues|messages|dernier message|temas|tema|respuestas|vistas|mensajes|último mensaje",
    "argomenti|discussioni|risposte|visite|ultimo messaggio|tópicos|respostas|exibições|última mensagem|onderwerpen|antwoorden|reacties|laatste bericht|ämnen|svar|visningar|inlägg|tematy|odpowiedzi|wyświetlenia|ostatni post|témata|odpovědi|zobrazení|poslední příspěvek|темы|тема|ответы|просмотры|сообщения|последнее сообщение|konular|cevaplar|görüntüleme|son mesaj|主题|回复|浏览|最后发表|スレッド|返信|閲覧",
]);

/// How many of the phrases stand in `text`, folded. A phrase may go on: stems are meant to.
pub(super) fn count_in(phrases: &PhraseTable, text: &str) -> usize {
    phrases.begun_in(text).collect::<BTreeSet<_>>().len()
}

/// Whether a title, or one of the parts that sites put together to one, is one of the phrases with little beside it.
pub(super) fn titles(phrases: &PhraseTable, title: &str) -> bool {
    title.split(['|', '–', '—', '·', '»', '«', '•', '›', '｜']).chain(title.split(" - ")).any(|part| {
        let part = folded(part);
        let found: Vec<&str> = phrases.within(&part).collect();
        // "Error 404 (Not Found)" is three phrases; a script without spaces is one word.
        let is_said = |word: &&str| {
            found.iter().any(|phrase| word.contains(phrase) || phrase.split(' ').any(|said| said == *word))
        };
        let said: usize = part.split(' ').filter(is_said).map(|word| word.chars().count()).sum();
        !found.is_empty() && said * 10 >= part.chars().count() * 6
    })
}

/// Whether a title begins with one of the phrases: "Search results for ferries".
pub(super) fn opens(phrases: &PhraseTable, title: &str) -> bool {
    phrases.opening(&folded(title)).any(|phrase| phrase.contains(' ') || !phrase.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_folded() {
        let tables = [&ERRORS, &CHALLENGES, &CHALLENGE_TEXT, &SEARCHES, &LOG_INS, &CONSENTS, &ACCEPT, &BUY, &FORUM];
        for table in tables.into_iter().chain(&CONSENT_WORDS) {
            table.phrases().for_each(|phrase| assert_eq!(phrase, folded(phrase)));
        }
    }

    #[test]
    fn a_title_is_told_with_the_name_of_the_site_and_not_inside_a_headline() {
        for title in [
            "404",
            "Page Not Found | The Courier",
            "Error 404 (Not Found)!!1",
            "Seite nicht gefunden – Kurier",
            "ページが見つかりません｜新報",
        ] {
            assert!(titles(&ERRORS, title), "{title}");
        }
        for title in ["Access denied: how the harbour lost its gates", "The error of our ways", "404 days at sea"] {
            assert!(!titles(&ERRORS, title), "{title}");
        }
    }
}
