//! The head of an answer.

use crate::platform::member;
use bc_status::fetch::Answer;
use bc_status::headers::{ALL, Role, name};
use bc_status::{Exchange, RateLimit};
use web_sys::Response;

/// What a call has to know of an answer.
pub(crate) struct Head {
    status: u16,
    headers: Vec<(&'static str, String)>,
    url: String,
    redirected: bool,
}

impl Head {
    pub fn read(response: &Response) -> Head {
        let list = response.headers();
        let wanted = ALL.iter().filter(|(_, _, role)| *role != Role::Request);
        let read = wanted.filter_map(|(_, name, _)| {
            let value = list.get(name).ok().flatten()?;
            Some((*name, if *name == name::LOCATION { decoded(value) } else { value }))
        });
        let mut headers: Vec<_> = read.collect();
        let has = |wanted| headers.iter().any(|(name, _)| *name == wanted);
        // To a page of another origin it is hidden: a date to wait for is then compared with our own
        // clock, which is the next best.
        if has(name::RETRY_AFTER) && !has(name::DATE) {
            let now = js_sys::Date::new_0().to_utc_string();
            headers.push((name::DATE, now.into()));
        }
        Head {
            status: response.status(),
            headers,
            url: response.url(),
            // Another library's may not say.
            redirected: member(response, "redirected").is_truthy(),
        }
    }

    /// What it says of the store's quota.
    pub fn limit(&self) -> RateLimit {
        let of = |answer: Answer| {
            let exchange = Exchange::default().answer(answer.status, answer.headers);
            RateLimit::read(&exchange).unwrap_or_default()
        };
        self.lend(of)
    }

    pub fn lend<T>(&self, look: impl FnOnce(Answer) -> T) -> T {
        let headers: Vec<_> = self.headers.iter().map(|(name, value)| (*name, &**value)).collect();
        let Head { status, ref url, redirected, .. } = *self;
        look(Answer { status, headers: &headers, url, redirected })
    }
}

/// Most runtimes give each byte of raw UTF-8 as a character.
fn decoded(location: String) -> String {
    let is_ascii = location.is_ascii();
    let bytes = location.chars().map(|one| u8::try_from(u32::from(one)));
    match bytes.collect::<Result<Vec<_>, _>>() {
        Ok(bytes) if !is_ascii => String::from_utf8_lossy(&bytes).into_owned(),
        _ => location,
    }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn bytes_that_came_as_characters_are_decoded() {
        assert_eq!(decoded("/Gr\u{c3}\u{b6}\u{c3}\u{9f}e".into()), "/Größe");
        assert_eq!(decoded("/茶?ö".into()), "/茶?ö", "what was decided is left");
        assert_eq!(decoded("/a?b".into()), "/a?b");
        assert_eq!(decoded("/gr\u{f6}".into()), "/gr\u{fffd}", "no UTF-8");
    }
}
