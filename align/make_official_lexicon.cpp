// SPDX-License-Identifier: Apache-2.0
// A build step: prints the lexicon of the project's glossary, as ICU's transliterator and the rest would take
// longer than an alignment does.
#include <cstdio>
#include <string>

#include "align/glossary_lexicon.h"
#include "corpus/glossary.h"

int main(int argument_count, char** arguments) {
    using namespace tongwen;
    if (argument_count != 2) return 2;
    const text::Language chinese = *text::Language::parse("zh");
    const text::Language english = *text::Language::parse("en");
    try {
        const corpus::Glossary glossary = corpus::read_glossary(arguments[1], {chinese, english});
        align::LexiconBuilder builder({chinese, english, "official Chinese", "CC0 1.0",
                                       "the Tongwen authors, part of the program",
                                       align::LexiconKind::supplement});
        align::add_glossary(corpus::entries_between(glossary, chinese, english), builder);
        const std::string bytes = builder.compile();
        return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() ? 0 : 1;
    } catch (const text::InputError& error) {
        const text::Location& where = error.diagnostic().where;
        std::fprintf(stderr, "%s:%zu: %s\n", where.file.c_str(), where.line, error.what());
        return 1;
    }
}
