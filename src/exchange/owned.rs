//! An exchange that holds its texts itself.

use super::{Exchange, Failure};

/// An exchange that was kept, or comes out of a log: an [`Exchange`] that owns what it is made of.
///
/// With the feature `serde` it is read and written as the npm package has it: headers may be an
/// object, or a list of pairs, and are not known where they are left out; a method of null is not
/// known either.
///
/// ```
/// use bc_status::{Exchange, Outcome, OwnedExchange, classify};
///
/// let kept = OwnedExchange::from(&Exchange { status: Some(204), ..Exchange::default() });
/// assert_eq!(kept.lend(|exchange| classify(exchange).outcome), Outcome::Empty);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase", default))]
pub struct OwnedExchange {
    /// As [`Exchange::method`].
    #[cfg_attr(feature = "serde", serde(deserialize_with = "read::method"))]
    pub method: String,
    /// As [`Exchange::url`].
    pub url: String,
    /// As [`Exchange::status`].
    pub status: Option<u16>,
    /// As [`Exchange::headers`]; `None` when they are not known.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "read::headers"))]
    pub headers: Option<Vec<(String, String)>>,
    /// As [`Exchange::body`].
    pub body: Option<String>,
    /// As [`Exchange::request_headers`].
    #[cfg_attr(feature = "serde", serde(deserialize_with = "read::headers"))]
    pub request_headers: Option<Vec<(String, String)>>,
    /// As [`Exchange::request_body`].
    pub request_body: Option<String>,
    /// As [`Exchange::failure`].
    pub failure: Option<Failure>,
    /// As [`Exchange::in_browser`].
    pub in_browser: bool,
    /// As [`Exchange::unsent`].
    pub unsent: bool,
    /// As [`Exchange::permanent`].
    pub permanent: bool,
}

impl Default for OwnedExchange {
    fn default() -> Self {
        OwnedExchange::from(&Exchange { headers_known: false, ..Exchange::default() })
    }
}

impl From<&Exchange<'_>> for OwnedExchange {
    fn from(exchange: &Exchange) -> Self {
        let owned = |headers: &[(&str, &str)]| {
            headers.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
        };
        OwnedExchange {
            method: exchange.method.into(),
            url: exchange.url.into(),
            status: exchange.status,
            headers: exchange.headers_known.then(|| owned(exchange.headers)),
            body: exchange.body.map(Into::into),
            request_headers: exchange.request_headers.map(owned),
            request_body: exchange.request_body.map(Into::into),
            failure: exchange.failure,
            in_browser: exchange.in_browser,
            unsent: exchange.unsent,
            permanent: exchange.permanent,
        }
    }
}

impl OwnedExchange {
    /// The same with the status that its body names, where neither a status nor a failure is told:
    /// whoever has a body was answered. [`diagnose`](crate::diagnose()),
    /// [`classify`](crate::classify()) and [`decide`](crate::decide) take an exchange for this.
    ///
    /// ```
    /// use bc_status::OwnedExchange;
    ///
    /// let body = Some(r#"[{"status":404,"message":"Not found"}]"#.into());
    /// assert_eq!(OwnedExchange { body, ..OwnedExchange::default() }.answered().status, Some(404));
    /// ```
    #[cfg(feature = "explain")]
    #[must_use]
    pub fn answered(self) -> OwnedExchange {
        let status = super::told_status(self.status, self.failure, self.body.as_deref());
        OwnedExchange { status, ..self }
    }

    /// Has it looked at as an [`Exchange`].
    ///
    /// ```
    /// use bc_status::{Exchange, OwnedExchange, RateLimit};
    ///
    /// let limited = Exchange::default().answer(200_u16, &[("x-rate-limit-requests-left", "7")]);
    /// let kept = OwnedExchange::from(&limited);
    /// assert_eq!(kept.lend(RateLimit::read).and_then(|limit| limit.left), Some(7));
    /// ```
    pub fn lend<T>(&self, look: impl FnOnce(&Exchange) -> T) -> T {
        let headers = self.headers.as_deref().map(lent);
        let request_headers = self.request_headers.as_deref().map(lent);
        look(&Exchange {
            method: &self.method,
            url: &self.url,
            status: self.status,
            headers: headers.as_deref().unwrap_or_default(),
            headers_known: headers.is_some(),
            body: self.body.as_deref(),
            request_headers: request_headers.as_deref(),
            request_body: self.request_body.as_deref(),
            failure: self.failure,
            in_browser: self.in_browser,
            unsent: self.unsent,
            permanent: self.permanent,
        })
    }
}

fn lent(headers: &[(String, String)]) -> Vec<(&str, &str)> {
    headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[cfg(feature = "serde")]
mod read {
    use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
    use std::fmt;

    /// An object, or pairs.
    struct Headers(Vec<(String, String)>);

    impl<'de> Deserialize<'de> for Headers {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Headers, D::Error> {
            from.deserialize_any(Pairs).map(Headers)
        }
    }

    struct Pairs;

    impl<'de> Visitor<'de> for Pairs {
        type Value = Vec<(String, String)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of headers, or a list of pairs")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = list.next_element()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }

    pub fn method<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        Option::<String>::deserialize(from).map(Option::unwrap_or_default)
    }

    pub fn headers<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Vec<(String, String)>>, D::Error> {
        Option::<Headers>::deserialize(from).map(|headers| headers.map(|headers| headers.0))
    }
}
