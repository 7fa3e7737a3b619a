// SPDX-License-Identifier: Apache-2.0
// Tests the index of a dictd dictionary, and damaged ones.
#include "corpus/dictd_reader.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "tests/support/tiny_dictd.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::corpus {
namespace {

std::string spelt(const std::filesystem::path& index) {
    std::string all;
    const DictdDictionary dictionary(index);
    for (const DictdEntry& entry : dictionary.entries())
        all += std::string(entry.headword) + '=' + std::string(entry.body) + '|';
    return all;
}

text::Diagnostic error_of(const std::filesystem::path& index) {
    try {
        const DictdDictionary dictionary(index);
    } catch (const text::InputError& error) {
        return error.diagnostic();
    }
    return {"none"};
}

TEST_CASE("entries come by place, without those about the dictionary") {
    const ScratchFolder folder;
    const auto index =
        write_dictd(folder, "d", {{"00databaseinfo", "info"}, {"b", "two"}, {"a", "one"}, {"", "none"}});
    CHECK(spelt(index) == "b=two|a=one|");
}

TEST_CASE("the text may be plain, and headwords share it") {
    const ScratchFolder folder;
    folder.add("d.dict", "onetwo");
    CHECK(spelt(folder.add("d.index", "b\tD\tD\nc\tD\tD\tC\r\n\na\tA\tD\n")) == "a=one|b=two|c=two|");
}

TEST_CASE("lines that lead out of the text, or into other bodies, are passed over") {
    const ScratchFolder folder;
    folder.add("d.dict", "onetwo");
    CHECK(spelt(folder.add("d.index",
                           "a\tA\tD\nb\tD\tE\nc\tB\tD\nd\t////////\tA\ne\tD\tD\nf\tA\t////////\n")) ==
          "a=one|e=two|");
}

TEST_CASE("what is missing or broken is named") {
    const ScratchFolder folder;
    CHECK(error_of(folder.path() / "d.index").id == "file-not-found");
    const auto index = folder.add("d.index", "a\tA\tD\n");
    CHECK(error_of(index) ==
          text::Diagnostic{
              "file-not-found", text::Severity::error, {(folder.path() / "d.dict.dz").string()}, {}});
    folder.add("d.dict.dz", "no gzip");
    CHECK(error_of(index).id == "bad-gzip");
    for (const char* const line : {"word", "a\tA", "a\t\tA", "a\tA\t", "a\tA\t!", "a\tAAAAAAAAA\tA"}) {
        INFO(line);
        folder.add("d.index", std::string("x\tA\tA\n") + line + "\n");
        CHECK(error_of(index) ==
              text::Diagnostic{"bad-dictd-index", text::Severity::error, {index.string(), 2, 1}, {}});
    }
}

TEST_CASE("no index does harm") {
    const ScratchFolder folder;
    folder.add("d.dict", std::string(300, 'x'));
    CHECK(rc::check([&] {
        std::string bytes;
        for (const auto& [offset, size] :
             *rc::gen::container<std::vector<std::pair<std::uint16_t, std::uint8_t>>>(
                 rc::gen::pair(rc::gen::inRange<std::uint16_t>(0, 400), rc::gen::arbitrary<std::uint8_t>())))
            bytes += "w\t" + dictd_number(offset) + "\t" + dictd_number(size) + "\n";
        const DictdDictionary dictionary(folder.add("d.index", bytes));
        std::size_t end = 0;
        const char* last = nullptr;
        for (const DictdEntry& entry : dictionary.entries()) {
            if (entry.body.data() != last) end += entry.body.size();
            last = entry.body.data();
        }
        RC_ASSERT(end <= 300U);  // no body overlaps another
    }));
}

}  // namespace
}  // namespace tongwen::corpus
