// SPDX-License-Identifier: Apache-2.0
// Owns the table of the formats that `tongwen lexicon import` reads.
#include "cli/lexicon_making.h"

#include <algorithm>
#include <array>
#include <optional>

#include "align/freedict.h"
#include "align/glossary_lexicon.h"
#include "align/rendering_writer.h"
#include "align/wordnet.h"
#include "cli/cedict_input.h"
#include "cli/lexicon_files.h"
#include "corpus/dictd_reader.h"
#include "corpus/glossary.h"
#include "text/diagnostic.h"
#include "text/files.h"
#include "text/gzip.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// A dictionary that is being made, with the help of WordNet where it leads to English.
class DictionaryMaker {
  public:
    DictionaryMaker(align::LexiconInfo info, const fs::path& wordnet)
        : wordnet_(open(info, wordnet)),
          builder_(wordnet_ ? with_wordnet(std::move(info)) : std::move(info)),
          writer_(builder_, wordnet_ ? &*wordnet_ : nullptr) {}

    align::RenderingWriter& writer() { return writer_; }

    [[nodiscard]] MadeLexicon finish(std::size_t entries, std::size_t bad_entries) const {
        return {builder_.info(), builder_.compile(), entries, bad_entries, builder_.size()};
    }

  private:
    static std::optional<align::WordNet> open(const align::LexiconInfo& info, const fs::path& folder) {
        if (folder.empty() || info.target.primary() != "en") return std::nullopt;
        return align::WordNet(folder);
    }
    static align::LexiconInfo with_wordnet(align::LexiconInfo info) {
        info.licence += "; " + std::string(align::wordnet_licence);
        info.attribution += "; " + std::string(align::wordnet_attribution);
        return info;
    }

    std::optional<align::WordNet> wordnet_;
    align::LexiconBuilder builder_;
    align::RenderingWriter writer_;
};

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

/// "deu-eng" of "freedict-deu-eng.index".
std::string dictionary_pair(const fs::path& index) {
    const std::string stem = index.stem().string();
    constexpr std::string_view prefix = "freedict-";
    return stem.starts_with(prefix) ? stem.substr(prefix.size()) : std::string();
}

align::LexiconInfo freedict_info(const fs::path& index, const MakingWish& wish) {
    const std::string pair = dictionary_pair(index);
    const std::size_t hyphen = std::min(pair.find('-'), pair.size());
    text::Language from = wish.from;
    text::Language to = wish.to;
    if (!from.known()) from = text::Language::parse(pair.substr(0, hyphen)).value_or(from);
    if (!to.known() && hyphen < pair.size()) to = text::Language::parse(pair.substr(hyphen + 1)).value_or(to);
    if (!from.known() || !to.known()) text::refuse_file("lexicon-languages", index);
    const std::string name = pair.empty() ? index.stem().string() : "FreeDict " + pair;
    const std::string package = "dict-" + index.stem().string();
    return {from, to, name, "see /usr/share/doc/" + package + "/copyright", "FreeDict, https://freedict.org"};
}

MadeLexicon make_cedict_from(const fs::path& file, const MakingWish& wish) {
    return make_cedict(text::read_file(file), file.string(), wish);
}

/// The index of a dictionary whose text was named.
MadeLexicon make_freedict_from_text(const fs::path& file, const MakingWish& wish) {
    fs::path index = file;
    if (index.extension() == ".dz") index.replace_extension();
    return make_freedict(index.replace_extension(".index"), wish);
}

struct Format {
    std::string_view suffix;
    MadeLexicon (*make)(const fs::path& file, const MakingWish& wish);
};

constexpr std::array<Format, 14> formats = {{{".u8", make_cedict_from},
                                             {".js", make_cedict_from},
                                             {".json", make_cedict_from},
                                             {".gz", make_cedict_from},
                                             {".index", make_freedict},
                                             {".dict", make_freedict_from_text},
                                             {".dz", make_freedict_from_text},
                                             {".tsv", make_glossary},
                                             {".tab", make_glossary},
                                             {".txt", make_glossary},
                                             {".utf8", make_glossary},
                                             {".csv", make_glossary},
                                             {".tbx", make_glossary},
                                             {".xml", make_glossary}}};

std::string list_suffixes() {
    std::string list;
    for (const Format& format : formats) {
        list += list.empty() ? "" : ", ";
        list += format.suffix;
    }
    return list;
}

}  // namespace

MadeLexicon make_cedict(std::string_view bytes, const std::string& file, const MakingWish& wish) {
    constexpr std::size_t size_limit = std::size_t{1} << 28;  // bytes; ten times what it is
    const std::string unpacked = is_gzip(bytes) ? text::gunzip(bytes, size_limit, file) : std::string();
    DictionaryMaker maker(cedict_info(), wish.wordnet);
    const CedictCount count = read_cedict(unpacked.empty() ? bytes : unpacked, file, maker.writer());
    return maker.finish(count.rows, count.bad_rows);
}

MadeLexicon make_freedict(const fs::path& index, const MakingWish& wish) {
    const align::LexiconInfo info = freedict_info(index, wish);
    const corpus::DictdDictionary dictionary(index);
    DictionaryMaker maker(info, wish.wordnet);
    align::add_freedict(dictionary, maker.writer(), info.source);
    return maker.finish(dictionary.entries().size(), 0);
}

MadeLexicon make_glossary(const fs::path& file, const MakingWish& wish) {
    if (!wish.from.known() || !wish.to.known()) text::refuse_file("lexicon-languages", file);
    const corpus::Glossary glossary = corpus::read_glossary(file, {wish.from, wish.to});
    const auto [from, to] = align::glossary_direction(wish.from, wish.to);
    const auto entries = corpus::entries_between(glossary, from, to);
    if (entries.empty())
        text::refuse_file("glossary-of-other-languages", file, {pair_name(wish.from, wish.to)});
    align::LexiconBuilder builder({from, to, file.filename().string(), "", "", align::LexiconKind::glossary});
    align::add_glossary(entries, builder);
    return {builder.info(), builder.compile(), entries.size(), 0, builder.size()};
}

MadeLexicon make_lexicon(const fs::path& file, const MakingWish& wish) {
    const std::string suffix = text::to_lower(file.extension().string());
    const auto format = std::ranges::find(formats, suffix, &Format::suffix);
    if (format == formats.end()) text::refuse_file("import-format", file, {list_suffixes()});
    return format->make(file, wish);
}

std::string lexicon_name(const fs::path& file, const align::LexiconInfo& info) {
    const std::string pair = pair_name(info.source, info.target);
    if (info.name == cedict_info().name) return pair + ".lexicon";
    fs::path stem = file.filename();
    if (text::to_lower(stem.extension().string()) == ".dz") stem = stem.stem();
    return pair + "." + stem.stem().string() + ".lexicon";
}

}  // namespace tongwen::cli
