// SPDX-License-Identifier: Apache-2.0
// Tests TBX of both versions and styles, and the places of errors. The entries are ours.
#include "corpus/tbx_reader.h"

#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

std::string spelt(std::string_view bytes) {
    std::string all;
    for (const GlossaryConcept& meaning : read_tbx(bytes, "in", {}).concepts) {
        for (const GlossaryTerm& term : meaning.terms)
            all += term.language.tag() + (term.forbidden ? "!" : ":") + term.text + ' ';
        if (!meaning.note.empty()) all += '(' + meaning.note + ") ";
        all += '@' + std::to_string(meaning.where.line) + ':' + std::to_string(meaning.where.column) + '\n';
    }
    return all;
}

text::Diagnostic error_of(std::string_view bytes) {
    try {
        read_tbx(bytes, "in", {});
    } catch (const text::InputError& error) {
        return error.diagnostic();
    }
    return {"none"};
}

TEST_CASE("version 2: martif, with tig and ntig") {
    CHECK(spelt(R"(<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>
 <termEntry id="c1"><descrip type="definition">what spans
   water</descrip>
  <langSet xml:lang="zh-CN"><tig><term>桥<hi>梁</hi></term></tig></langSet>
  <langSet xml:lang="en"><ntig><termGrp><term>bridge</term>
    <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
   <tig><term> long
     span </term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><note>too wide</note></tig>
  </langSet></termEntry>
</body></text></martif>)") == "zh-CN:桥梁 en:bridge en!long span (what spans water; too wide) @4:3\n");
}

TEST_CASE("version 3: conceptEntry, in attributes (DCA) and in elements (DCT)") {
    CHECK(spelt(R"(<tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body><conceptEntry id="1">
<descripGrp><descrip type="definition">flows</descrip></descripGrp>
<langSec xml:lang="zh"><termSec><term>河</term></termSec></langSec>
<langSec xml:lang="en-GB"><termSec><term>river</term></termSec>
<termSec><term>flood</term><termNoteGrp><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termNoteGrp></termSec>
</langSec></conceptEntry></body></text></tbx>)") == "zh:河 en-GB:river en-GB!flood (flows) @1:62\n");
    CHECK(spelt(R"(<tbx type="TBX-Basic" style="dct" xmlns:min="m" xmlns:basic="b"><text><body><conceptEntry>
<basic:definition>flows</basic:definition>
<langSec xml:lang="en"><termSec><term>river</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>flood</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
</langSec></conceptEntry></body></text></tbx>)") == "en:river en!flood (flows) @1:78\n");
}

TEST_CASE("other words for a term that is not to be used") {
    const auto one = [](const std::string& note) {
        return spelt("<tbx><text><body><conceptEntry><langSec xml:lang='en'><termSec><term>a</term>" + note +
                     "</termSec></langSec></conceptEntry></body></text></tbx>");
    };
    CHECK(one("<termNote type='forbidden'>true</termNote>") == "en!a @1:19\n");
    CHECK(one("<termNote type='forbidden'>false</termNote>") == "en:a @1:19\n");
    CHECK(one("<termNote type='status'>forbidden</termNote>") == "en!a @1:19\n");
    CHECK(one("<termNote type='termStatus'>obsolete</termNote>") == "en!a @1:19\n");
    CHECK(one("<termNote type='partOfSpeech'>forbidden</termNote>") == "en:a @1:19\n");
}

TEST_CASE("what holds no term is no term") {
    CHECK(spelt("<tbx><text><body><conceptEntry><langSec xml:lang='en'><termSec><term> </term></termSec>"
                "</langSec></conceptEntry><other/></body><back/></text></tbx>") == "@1:19\n");
    CHECK(spelt("<martif/>").empty());
}

TEST_CASE("broken TBX is refused at its place") {
    CHECK(error_of("<tbx>\n<text></tbx>").id == "glossary-not-xml");
    CHECK(error_of("<tbx>\n<text></tbx>").where == text::Location{"in", 2, 9});
    CHECK(error_of("\n<tmx/>") ==
          text::Diagnostic{"glossary-not-tbx", text::Severity::error, {"in", 2, 2}, {"tmx"}});
    const std::string before = "<tbx><text><body><conceptEntry>\n";
    const std::string after = "</conceptEntry></body></text></tbx>";
    CHECK(error_of(before + " <langSec/>" + after) ==
          text::Diagnostic{"glossary-no-language", text::Severity::error, {"in", 2, 3}, {}});
    CHECK(error_of(before + "<langSec xml:lang='c++'/>" + after) ==
          text::Diagnostic{"glossary-bad-language", text::Severity::error, {"in", 2, 2}, {"c++"}});
}

TEST_CASE("depth and length are no danger") {
    std::string deep = "<tbx><text><body><conceptEntry><langSec xml:lang='en'><termSec><term>";
    for (int i = 0; i < 200'000; ++i) deep += "<hi>";
    deep += "x";
    for (int i = 0; i < 200'000; ++i) deep += "</hi>";
    deep += "</term></termSec></langSec></conceptEntry></body></text></tbx>";
    CHECK(spelt(deep) == "en:x @1:19\n");
    std::string many = "<tbx><text><body>";
    for (int i = 0; i < 100'000; ++i)
        many +=
            "<conceptEntry><langSec xml:lang='en'><termSec><term>x</term></termSec></langSec></conceptEntry>";
    CHECK(read_tbx(many + "</body></text></tbx>", "in", {}).concepts.size() == 100'000);
}

}  // namespace
}  // namespace tongwen::corpus
