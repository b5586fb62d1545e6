//! Base64 in the alphabet of RFC 4648, and in that of its section 5, which tokens have.

/// The bytes of a text, and what follows from the first sign that is none of base64. Spaces, ends
/// of lines and padding are passed over.
pub(crate) fn decoded(text: &str) -> (Vec<u8>, &str) {
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0u32, 0);
    for (at, byte) in text.bytes().enumerate() {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' | b' ' | b'\t' | b'\r' | b'\n' => continue,
            _ => return (bytes, text.get(at..).unwrap_or("")),
        };
        bits = bits << 6 | u32::from(digit);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    (bytes, "")
}

/// A text in base64, with padding.
#[cfg(feature = "paste")]
pub(crate) fn encoded(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut written = String::new();
    for part in text.as_bytes().chunks(3) {
        let all = part.iter().chain([0, 0].iter()).take(3);
        let bits = all.fold(0u32, |bits, byte| bits << 8 | u32::from(*byte));
        for at in 0..4 {
            let letter =
                LETTERS.get((bits >> (18 - 6 * at) & 63) as usize).copied().unwrap_or(b'A');
            written.push(if at > part.len() { '=' } else { letter as char });
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn both_alphabets_are_read_with_padding_or_without() {
        for text in ["w7xiZXI/", "w7xiZXI_", "w7xi ZXI_\r\n"] {
            assert_eq!(decoded(text), ("über?".as_bytes().to_vec(), ""), "{text}");
        }
        assert_eq!(decoded("YQ==").0, b"a");
        assert_eq!(decoded("YQ.rest"), (b"a".to_vec(), ".rest"));
    }

    #[cfg(feature = "paste")]
    #[test]
    fn what_is_written_is_read_again() {
        for text in ["", "a", "ab", "abc", "user:pass word", "über"] {
            let written = super::encoded(text);
            assert!(written.len().is_multiple_of(4), "{written}");
            assert_eq!(decoded(&written), (text.as_bytes().to_vec(), ""), "{written}");
        }
    }
}
