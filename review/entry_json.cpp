// SPDX-License-Identifier: Apache-2.0
// Owns a ledger's line.
#include <stdexcept>

#include "review/alignment_file.h"
#include "review/json_text.h"

namespace tongwen::review {
namespace {

void append_beads(std::string& out, std::string_view key, const std::vector<ReviewedBead>& beads) {
    append_key(out, key);
    out += '[';
    for (const ReviewedBead& bead : beads) {
        if (!out.ends_with('[')) out += ',';
        append_json(out, bead);
    }
    out += ']';
}

std::vector<ReviewedBead> read_beads(JsonScanner& scanner) {
    std::vector<ReviewedBead> beads;
    scanner.begin_array();
    while (scanner.next_element()) beads.push_back(read_bead(scanner));
    return beads;
}

Change read_change(JsonScanner& scanner) {
    Change change;
    std::string key;
    scanner.begin_object();
    while (scanner.next_key(key)) {
        if (key == "before") {
            change.before = read_beads(scanner);
        } else if (key == "after") {
            change.after = read_beads(scanner);
        } else {
            scanner.skip();
        }
    }
    return change;
}

std::vector<Change> read_changes(JsonScanner& scanner) {
    std::vector<Change> changes;
    scanner.begin_array();
    while (scanner.next_element()) changes.push_back(read_change(scanner));
    return changes;
}

Operation read_operation(JsonScanner& scanner) {
    const auto operation = find_operation(scanner.string());
    if (!operation) throw std::invalid_argument("no operation");
    return *operation;
}

}  // namespace

std::string spell(const Entry& entry) {
    std::string line = "{";
    append_member(line, "entry", std::uint64_t{entry.number});
    append_member(line, "operation", name(entry.operation));
    if (entry.of != 0) append_member(line, "of", std::uint64_t{entry.of});
    append_key(line, "changes");
    line += '[';
    for (const Change& change : entry.changes) {
        line += line.ends_with('[') ? "{" : ",{";
        append_beads(line, "before", change.before);
        append_beads(line, "after", change.after);
        line += '}';
    }
    line += ']';
    append_member(line, "who", std::string_view(entry.stamp.who));
    append_member(line, "when", std::string_view(entry.stamp.when));
    return line + '}';
}

Entry parse_entry(std::string_view line) {
    JsonScanner scanner(line);
    Entry entry;
    bool has_operation = false;
    std::string key;
    scanner.begin_object();
    while (scanner.next_key(key)) {
        if (key == "entry") {
            entry.number = scanner.whole_number();
        } else if (key == "operation") {
            entry.operation = read_operation(scanner);
            has_operation = true;
        } else if (key == "of") {
            entry.of = scanner.whole_number();
        } else if (key == "changes") {
            entry.changes = read_changes(scanner);
        } else if (key == "who") {
            entry.stamp.who = scanner.string();
        } else if (key == "when") {
            entry.stamp.when = scanner.string();
        } else {
            scanner.skip();
        }
    }
    scanner.end();
    if (entry.number == 0 || !has_operation) throw std::invalid_argument("no entry");
    return entry;
}

}  // namespace tongwen::review
