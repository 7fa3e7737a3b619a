// SPDX-License-Identifier: Apache-2.0
// Tests the bytes of PO files.
#include "tmx/po_writer.h"

#include "tests/support/catch.h"
#include "tests/tmx/written.h"

namespace tongwen::tmx {
namespace {

/// What follows the header entry.
std::string entries_of(const std::vector<TranslationUnit>& units) {
    const std::string bytes = write_all("po", units).bytes;
    return bytes.substr(bytes.find("\n\n") + 2);
}

TEST_CASE("a unit is an entry; what nobody accepted is fuzzy; notes are the translator's comments") {
    TranslationUnit draft = unit("1", "你好。", "Hello.");
    draft.properties = {{"x-ConfirmationLevel", "Draft"}};
    TranslationUnit approved = unit("2", "谢谢。", "Thank \"you\".");
    approved.properties = {{"x-ConfirmationLevel", "ApprovedTranslation"}};
    approved.notes = {"polite"};
    CHECK(entries_of({draft, approved}) ==
          "#, fuzzy\nmsgid \"你好。\"\nmsgstr \"Hello.\"\n\n"
          "# polite\nmsgid \"谢谢。\"\nmsgstr \"Thank \\\"you\\\".\"\n");
}

TEST_CASE("what is not translated is not fuzzy") {
    TranslationUnit empty = unit("1", "你好。", "");
    empty.properties = {{"x-ConfirmationLevel", "Draft"}};
    CHECK(entries_of({empty}) == "msgid \"你好。\"\nmsgstr \"\"\n");
}

TEST_CASE("the header names both languages") {
    const std::string bytes = write_all("po", {}).bytes;
    CHECK(bytes.find("\"Language: en\\n\"") != std::string::npos);
    CHECK(bytes.find("\"X-Source-Language: zh_CN\\n\"") != std::string::npos);
}

}  // namespace
}  // namespace tongwen::tmx
