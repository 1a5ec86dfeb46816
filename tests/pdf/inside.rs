//! What is inside a PDF, read with lopdf.

/// The structure of the file, each element with what it holds in parentheses: elements, "link"s, and the numbers of
/// stretches of content on end.
pub(crate) fn heard(pdf: &[u8]) -> String {
    let file = lopdf::Document::load_mem(pdf).unwrap();
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let document = file.get_dictionary(root).unwrap().get(b"K").unwrap();
    element_heard(&file, document)
}

pub(crate) fn element_heard(file: &lopdf::Document, element: &lopdf::Object) -> String {
    let element = file.get_dictionary(element.as_reference().unwrap()).unwrap();
    let name = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap()).into_owned();
    let kids = match element.get(b"K") {
        Ok(lopdf::Object::Array(kids)) => kids.as_slice(),
        Ok(kid) => std::slice::from_ref(kid),
        Err(_) => &[],
    };
    let (mut parts, mut content) = (Vec::new(), 0);
    for kid in kids {
        let part = match kid {
            lopdf::Object::Reference(_) => element_heard(file, kid),
            lopdf::Object::Dictionary(kid) if is(kid, b"Type", b"OBJR") => "link".to_owned(),
            _ => {
                content += 1;
                continue;
            }
        };
        if content > 0 {
            parts.push(std::mem::take(&mut content).to_string());
        }
        parts.push(part);
    }
    if content > 0 {
        parts.push(content.to_string());
    }
    format!("{name}({})", parts.join(" "))
}

pub(crate) fn is(dictionary: &lopdf::Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(lopdf::Object::as_name).is_ok_and(|found| found == name)
}

pub(crate) fn images(pdf: &[u8]) -> Vec<lopdf::Stream> {
    let file = lopdf::Document::load_mem(pdf).unwrap();
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    streams.filter(|stream| is(&stream.dict, b"Subtype", b"Image")).cloned().collect()
}

pub(crate) fn destinations(file: &lopdf::Document) -> Vec<String> {
    let names = file.catalog().unwrap().get(b"Names").and_then(lopdf::Object::as_dict).unwrap();
    let tree = names.get(b"Dests").and_then(lopdf::Object::as_reference).unwrap();
    let names = file.get_dictionary(tree).unwrap().get(b"Names").and_then(lopdf::Object::as_array).unwrap();
    let names = names.iter().step_by(2).map(|name| String::from_utf8_lossy(name.as_str().unwrap()).into_owned());
    names.collect()
}

/// From which pages on, counted from 0, the pages are numbered in which style.
pub(crate) fn page_labels(pdf: &[u8]) -> Vec<(i64, String)> {
    let file = lopdf::Document::load_mem(pdf).unwrap();
    let labels = file.catalog().unwrap().get(b"PageLabels").and_then(lopdf::Object::as_dict).unwrap();
    let ranges = labels.get(b"Nums").and_then(lopdf::Object::as_array).unwrap().chunks(2).map(|range| {
        let style = range[1].as_dict().unwrap().get(b"S").and_then(lopdf::Object::as_name).unwrap();
        (range[0].as_i64().unwrap(), String::from_utf8_lossy(style).into_owned())
    });
    ranges.collect()
}

pub(crate) fn outline(file: &lopdf::Document, parent: lopdf::ObjectId) -> String {
    let mut entries = Vec::new();
    let mut next = file.get_dictionary(parent).unwrap().get(b"First").and_then(lopdf::Object::as_reference).ok();
    while let Some(id) = next {
        let entry = file.get_dictionary(id).unwrap();
        let title = String::from_utf8_lossy(entry.get(b"Title").unwrap().as_str().unwrap()).into_owned();
        entries.push(format!("{title}({})", outline(file, id)));
        next = entry.get(b"Next").and_then(lopdf::Object::as_reference).ok();
    }
    entries.join(" ")
}
