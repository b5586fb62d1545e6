//! Closed sets: each is declared once, with the name and the meaning of every member. The names
//! in results, the JavaScript arrays, the types and the tables of the documentation follow.
//!
//! ```
//! use bc_status::{Api, Outcome, set::UnknownName};
//!
//! // By name and back, and all of them in their order.
//! assert_eq!("v3".parse(), Ok(Api::V3));
//! assert!(Outcome::ALL.iter().all(|outcome| outcome.name().parse() == Ok(*outcome)));
//! let unknown: UnknownName = "throtled".parse::<Outcome>().unwrap_err();
//! assert!(unknown.to_string().contains("throtled"));
//! ```

use std::fmt;

/// A closed set, for code that lists its members.
///
/// ```
/// let names: Vec<&str> = bc_status::Circuit::SET.members.iter().map(|member| member.name).collect();
/// assert_eq!(names, ["closed", "open", "half-open"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Set {
    /// The name of its type in TypeScript.
    pub name: &'static str,
    /// What its members are.
    pub about: &'static str,
    /// All of them, in their order.
    pub members: &'static [Member],
}

/// A member of a closed set.
///
/// ```
/// use bc_status::Profile;
///
/// let lines = Profile::SET.members.iter().map(|it| format!("--{}: {}", it.name, it.about.trim()));
/// assert!(lines.collect::<String>().starts_with("--interactive: A person"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Member {
    /// As it is written in results.
    pub name: &'static str,
    /// What it stands for.
    pub about: &'static str,
}

/// A text that is the name of no member: the error of `FromStr` of every closed set.
///
/// ```
/// let unknown = "ajar".parse::<bc_status::Circuit>().unwrap_err();
/// assert_eq!(unknown.to_string(), "`ajar` is no Circuit; these are: closed, open, half-open");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UnknownName {
    /// The set whose member was looked for.
    pub set: Set,
    /// What was found instead of a name.
    pub found: String,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no {}; these are: ", self.found, self.set.name)?;
        for (at, member) in self.set.members.iter().enumerate() {
            write!(f, "{}{}", if at > 0 { ", " } else { "" }, member.name)?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownName {}

/// Every closed set of the crate that results and arguments are written with.
///
/// ```
/// use bc_status::set::SETS;
///
/// let set = SETS.iter().find(|set| set.members.iter().any(|it| it.name == "half-open"));
/// assert_eq!(set.map(|set| set.name), Some("Circuit"));
/// ```
#[cfg(feature = "explain")]
pub const SETS: &[Set] = &[
    crate::Class::SET,
    crate::Retry::SET,
    crate::Failure::SET,
    crate::Outcome::SET,
    crate::Api::SET,
    crate::Shape::SET,
    crate::Profile::SET,
    crate::Rule::SET,
    crate::Confidence::SET,
    crate::Priority::SET,
    crate::Circuit::SET,
    crate::pace::Coordination::SET,
    crate::Format::SET,
    #[cfg(feature = "paste")]
    crate::paste::PasteKind::SET,
];

/// Declares one: `enum Outcome { Ok = "ok", … }`, each with its documentation; what stands behind
/// `#[example]` is no part of what the set is [about](Set::about). `as` gives it another name in
/// TypeScript, `default` says which member is the default, `in` which module has it where that is
/// not the crate.
macro_rules! closed_set {
    (
        $(#[doc = $about:literal])+
        #[example]
        $(#[doc = $example:literal])+
        pub enum $set:ident $(as $published:ident)? $(default $default:ident)? $(in $module:ident)? {
            $($(#[doc = $doc:literal])+ $member:ident = $name:literal,)+
        }
    ) => {
        $(#[doc = $about])+
        ///
        $(#[doc = $example])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $set { $($(#[doc = $doc])+ $member,)+ }

        impl $set {
            /// All of them, in the order of their numbers.
            ///
            /// ```
            #[doc = $crate::set::closed_set!(@use $set $($module)?)]
            ///
            #[doc = concat!(
                "assert_eq!(", stringify!($set), "::ALL.last(), Some(&",
                stringify!($set), "::", $crate::set::closed_set!(@last $($member)+), "));"
            )]
            /// ```
            pub const ALL: &[$set] = &[$($set::$member,)+];

            /// The set itself, for code that lists it.
            ///
            /// ```
            #[doc = $crate::set::closed_set!(@use $set $($module)?)]
            ///
            #[doc = concat!(
                "assert_eq!(", stringify!($set), "::SET.name, \"",
                $crate::set::closed_set!(@published $set $($published)?), "\");"
            )]
            #[doc = concat!(
                "assert_eq!(", stringify!($set), "::SET.members[0].name, \"",
                $crate::set::closed_set!(@first $($name)+), "\");"
            )]
            /// ```
            pub const SET: $crate::set::Set = $crate::set::Set {
                name: $crate::set::closed_set!(@published $set $($published)?),
                about: concat!($($about),+),
                members: &[$($crate::set::Member { name: $name, about: concat!($($doc),+) },)+],
            };

            /// As it is written in results.
            ///
            /// ```
            #[doc = $crate::set::closed_set!(@use $set $($module)?)]
            ///
            #[doc = concat!(
                "assert_eq!(", stringify!($set), "::", $crate::set::closed_set!(@first $($member)+),
                ".name(), \"", $crate::set::closed_set!(@first $($name)+), "\");"
            )]
            /// ```
            pub const fn name(self) -> &'static str {
                match self { $($set::$member => $name,)+ }
            }
        }

        $crate::set::names! {
            /// ```
            #[doc = $crate::set::closed_set!(@use $set $($module)?)]
            ///
            #[doc = concat!(
                "assert_eq!(", stringify!($set), "::named(\"",
                $crate::set::closed_set!(@last $($name)+), "\"), Some(", stringify!($set), "::",
                $crate::set::closed_set!(@last $($member)+), "));"
            )]
            #[doc = concat!(
                "assert_eq!(", stringify!($set), "::named(\"",
                $crate::set::closed_set!(@last $($member)+), "\"), None);"
            )]
            /// ```
            $set name
        }

        $(impl Default for $set {
            fn default() -> $set { $set::$default }
        })?
    };
    (@published $set:ident) => { stringify!($set) };
    (@published $set:ident $published:ident) => { stringify!($published) };
    (@use $set:ident $($module:ident)?) => {
        concat!("use bc_status::", $(stringify!($module), "::",)? stringify!($set), ";")
    };
    (@first $name:literal $($others:tt)*) => { $name };
    (@first $member:ident $($others:tt)*) => { stringify!($member) };
    (@last $name:literal) => { $name };
    (@last $member:ident) => { stringify!($member) };
    (@last $one:tt $($others:tt)+) => { $crate::set::closed_set!(@last $($others)+) };
}

/// Writes and reads the members of a set by their names; the documentation is an example of that.
macro_rules! names {
    ($(#[doc = $example:expr])+ $set:ident $name:ident) => {
        impl $set {
            /// The member of a name.
            ///
            $(#[doc = $example])+
            pub fn named(name: &str) -> Option<$set> {
                $set::ALL.iter().find(|one| one.$name() == name).copied()
            }
        }

        impl ::std::fmt::Display for $set {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.$name())
            }
        }

        impl ::std::str::FromStr for $set {
            type Err = $crate::set::UnknownName;

            fn from_str(name: &str) -> Result<$set, Self::Err> {
                let unknown = || $crate::set::UnknownName { set: $set::SET, found: name.into() };
                $set::named(name).ok_or_else(unknown)
            }
        }

        #[cfg(feature = "serde")]
        impl ::serde::Serialize for $set {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::written::name(self.$name(), to)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> ::serde::Deserialize<'de> for $set {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<$set, D::Error> {
                let name = <String as ::serde::Deserialize>::deserialize(from)?;
                name.parse().map_err(::serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use {closed_set, names};

#[cfg(all(test, feature = "explain"))]
mod tests {
    use super::{SETS, Set};
    use crate::{Class, Outcome, Reason};

    #[test]
    fn members_are_found_by_their_names() {
        for outcome in Outcome::ALL {
            assert_eq!(outcome.to_string().parse(), Ok(*outcome));
        }
        let unknown = "client error".parse::<Class>().unwrap_err();
        assert_eq!(
            unknown.to_string(),
            "`client error` is no StatusClass; these are: informational, success, redirection, \
             client-error, server-error, unknown"
        );
    }

    #[test]
    fn reasons_are_found_by_their_names_too() {
        for reason in Reason::ALL {
            assert_eq!(reason.to_string().parse(), Ok(*reason));
        }
        let names = |set: Set| set.members.iter().map(|member| member.name).collect::<Vec<_>>();
        let all: Vec<_> = Reason::ALL.iter().map(|reason| reason.name()).collect();
        assert_eq!(names(Reason::SET), all);
    }

    /// What a program keeps by its outcome is found again.
    #[test]
    fn members_are_keys() {
        fn is_key<T: Copy + Eq + std::hash::Hash + std::str::FromStr + std::fmt::Display>(_: T) {}
        is_key(Outcome::Ok);
        is_key(Reason::Answered);
        is_key(Class::Success);
    }

    #[test]
    fn no_two_members_share_a_name_and_each_is_documented() {
        for set in SETS {
            for (at, member) in set.members.iter().enumerate() {
                assert!(set.members.iter().skip(at + 1).all(|other| other.name != member.name));
                assert!(member.about.trim().ends_with('.'), "{}", member.name);
            }
        }
    }
}
