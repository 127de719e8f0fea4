# SPDX-License-Identifier: MIT
"""Makes commonmark.json: each example of the CommonMark specification, and its text alone.

    python3 commonmark.py tests/test_cmark_spec/commonmark.json > commonmark.json

The argument is the file of that name in the source distribution of markdown-it-py 4.3.0, which holds
the 652 examples of the CommonMark Spec 0.31.2 by John MacFarlane (CC-BY-SA 4.0). Their expected HTML
is reduced to its text, images to their alternative text.
"""
import html.parser
import json
import sys


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_starttag(self, tag, attributes):
        if tag == "img":
            self.parts.append(dict(attributes).get("alt") or "")
        if tag in ("p", "li", "br", "td", "h1", "h2", "h3", "h4", "h5", "h6", "pre"):
            self.parts.append(" ")

    def handle_data(self, data):
        self.parts.append(data)


def text(markup):
    parser = Text()
    parser.feed(markup)
    parser.close()
    return " ".join("".join(parser.parts).split())


rows = []
for example in json.load(open(sys.argv[1])):
    row = [example["example"], example["section"], example["markdown"], text(example["html"])]
    rows.append(json.dumps(row, ensure_ascii=False))
print("[\n" + ",\n".join(rows) + "\n]")
