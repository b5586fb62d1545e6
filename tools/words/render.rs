//! Lays out what stands in each line of the input, a code, an exchange or a diagnosis in JSON, in
//! each format, and ends each text with a NUL: what the package's own renderer is compared with.

use bc_status::{Diagnosis, Format, OwnedExchange, diagnose, render_diagnosis, render_status};

fn main() {
    for line in std::io::stdin().lines().map_while(Result::ok) {
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let text = match line.parse() {
                Ok(code) => render_status(code, format),
                Err(_) => render_diagnosis(&diagnosis(&line), format),
            };
            print!("{text}\0");
        }
    }
}

fn diagnosis(line: &str) -> Diagnosis {
    serde_json::from_str(line).unwrap_or_else(|_| {
        let exchange: OwnedExchange = serde_json::from_str(line).expect("an exchange");
        exchange.lend(diagnose)
    })
}
