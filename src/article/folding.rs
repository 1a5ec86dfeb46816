//! Texts folded, so that they can be held against one another by what they say.

/// A text by its letters and digits alone, in lower case: what it says, however it is set.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_apart = true;
    for c in text.chars() {
        let was_apart = is_apart;
        match FOLDED.get(c as usize) {
            Some(byte) => {
                is_apart = *byte == b' ';
                if !is_apart || !was_apart {
                    folded.push(char::from(*byte));
                }
            }
            None => {
                is_apart = !c.is_alphanumeric() && !is_sign_of_a_word(c);
                if !is_apart {
                    folded.extend(c.to_lowercase());
                } else if !was_apart {
                    folded.push(' ');
                }
            }
        }
    }
    if is_apart {
        folded.pop();
    }
    folded
}

/// What becomes of each character of ASCII: what is no letter and no digit parts words.
const FOLDED: [u8; 128] = {
    let mut folded = [b' '; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// The tone marks and vowel killers of Thai, Lao and Devanagari stand within words and are no letters.
fn is_sign_of_a_word(c: char) -> bool {
    matches!(c, '\u{093C}' | '\u{094D}' | '\u{0E47}'..='\u{0E4E}' | '\u{0EC8}'..='\u{0ECD}')
}
