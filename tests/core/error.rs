//! A diagnosis as an error, and results in a line or a text.

use bc_status::{BcStatusError, Exchange, Failure, Format, Outcome, diagnose, render_diagnosis};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn error_of(exchange: &Exchange) -> Option<BcStatusError> {
    diagnose(exchange).into_result().err()
}

#[test]
fn every_failure_is_an_error_and_no_success_is() {
    for code in 100..=599 {
        let error = error_of(&Exchange { status: Some(code), ..Exchange::default() });
        let failed = code < 200 || code == 207 || code >= 400;
        assert_eq!(error.is_some(), failed, "{code}");
        if let Some(error) = error {
            assert_eq!(error.status(), Some(code));
            let text = error.to_string();
            assert!(text.starts_with(&bc_status::status(code).to_string()), "{text}");
            assert!(!text.contains('\n') && !text.ends_with('.'), "{text}");
        }
    }
    // Told under a success.
    let graphql = Exchange {
        method: "POST",
        url: "https://store-abc123.mybigcommerce.com/graphql",
        status: Some(200),
        body: Some(r#"{"errors":[{"message":"Syntax Error"}]}"#),
        ..Exchange::default()
    };
    let diagnosis = error_of(&graphql).unwrap().into_diagnosis();
    assert_eq!(diagnosis.classification.outcome, Outcome::Rejected);
}

#[test]
fn an_error_without_an_answer_says_so() {
    let lost = Exchange { failure: Some(Failure::Timeout), ..Exchange::default() };
    let error = error_of(&lost).unwrap();
    assert_eq!(error.status(), None);
    assert!(error.to_string().starts_with("no answer: "), "{error}");
    let boxed: Box<dyn std::error::Error + Send + Sync> = Box::new(error.clone());
    assert_eq!(boxed.downcast_ref(), Some(&error));
}

#[test]
fn a_diagnosis_is_shown_as_it_is_rendered() {
    let diagnosis = diagnose(&Exchange { status: Some(401), ..Exchange::default() });
    assert_eq!(format!("{diagnosis}\n"), render_diagnosis(&diagnosis, Format::Text));
    let first = &diagnosis.findings[0];
    assert_eq!(first.to_string(), format!("{}: {}", first.id, first.title));
    assert_eq!(bc_status::status(429).to_string(), "429 Too Many Requests");
    assert_eq!(bc_status::status(418).to_string(), "418");
}

/// No result borrows the exchange, and any can go to another thread.
#[test]
fn results_can_be_kept() {
    fn is_kept<T: Clone + std::fmt::Debug + PartialEq + Send + Sync + 'static>(_: &T) {}
    let diagnosis = {
        let body = "nothing".to_string();
        diagnose(&Exchange { status: Some(500), body: Some(&body), ..Exchange::default() })
    };
    is_kept(&diagnosis);
    is_kept(&diagnosis.classification);
    is_kept(&diagnosis.findings);
    is_kept(&BcStatusError::from(diagnosis));
}
