//! Lays out what stands in each line of the input, a code or a diagnosis in JSON, in each
//! format, and ends each text with a NUL: what the package's own renderer is compared with.

use bc_status::Words;
use bc_status::render::render_json;
use bc_status::{Format, render_status};

fn main() {
    for line in std::io::stdin().lines().map_while(Result::ok) {
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let text = match line.parse() {
                Ok(code) => render_status(code, format),
                Err(_) => render_json(Words::english(), &line, format).unwrap_or_default(),
            };
            print!("{text}\0");
        }
    }
}
