// SPDX-License-Identifier: Apache-2.0
// Owns the way from options to settings and back.
#include "cli/align_settings.h"

#include <algorithm>
#include <array>

namespace tongwen::cli {
namespace {

using align::SelfTraining;
using align::Style;

constexpr std::array<SelfTraining, 3> self_trainings = {SelfTraining::automatic, SelfTraining::always,
                                                        SelfTraining::never};
constexpr std::array<Style, 3> styles = {Style::none, Style::merge, Style::null};

review::ReadSettings settings_of(const corpus::ReadOptions& options) {
    return {options.format, options.encoding, options.language ? options.language->tag() : std::string(),
            options.segmentation.srx_file, options.segmentation.break_at_semicolon};
}

corpus::ReadOptions options_of(const review::ReadSettings& settings) {
    corpus::ReadOptions options;
    options.format = settings.format;
    options.encoding = settings.encoding;
    if (!settings.language.empty()) options.language = text::Language::parse(settings.language);
    options.segmentation.srx_file = settings.srx_file;
    options.segmentation.break_at_semicolon = settings.break_at_semicolon;
    return options;
}

/// What has the name; the first of all where none has it: the file may be from another version.
template <class Choice, std::size_t n>
Choice find_choice(const std::array<Choice, n>& choices, std::string_view wanted) {
    const auto* const found =
        std::ranges::find_if(choices, [wanted](Choice choice) { return name(choice) == wanted; });
    return found == choices.end() ? choices[0] : *found;
}

}  // namespace

std::string_view name(SelfTraining choice) {
    switch (choice) {
        case SelfTraining::automatic:
            return "auto";
        case SelfTraining::always:
            return "always";
        case SelfTraining::never:
            return "never";
    }
    return {};
}

std::string_view name(Style style) {
    switch (style) {
        case Style::none:
            return "none";
        case Style::merge:
            return "merge";
        case Style::null:
            return "null";
    }
    return {};
}

review::AlignSettings settings_of(const AlignRequest& request) {
    review::AlignSettings settings;
    settings.source = settings_of(request.source_options);
    settings.target = settings_of(request.target_options);
    settings.lexicon = !request.lexicon.none;
    settings.lexicon_files = request.lexicon.files;
    settings.glossaries = request.lexicon.glossaries;
    settings.weights = request.weights;
    settings.self_training = name(request.self_training);
    settings.style = name(request.style);
    settings.source_translation = request.source_translation;
    const EmbeddingPaths& paths = request.embeddings;
    if (!paths.empty())
        settings.embeddings = {paths.source_overlaps, paths.source_vectors, paths.target_overlaps,
                               paths.target_vectors};
    return settings;
}

void take_settings(const review::AlignSettings& settings, AlignRequest& request) {
    request.source_options = options_of(settings.source);
    request.target_options = options_of(settings.target);
    const LexiconWish& wish = request.lexicon;
    if (!wish.none && wish.files.empty() && wish.glossaries.empty()) {
        request.lexicon.none = !settings.lexicon;
        request.lexicon.files = settings.lexicon_files;
        request.lexicon.glossaries = settings.glossaries;
    }
    request.weights = settings.weights;
    request.self_training = find_choice(self_trainings, settings.self_training);
    request.style = find_choice(styles, settings.style);
    request.source_translation = settings.source_translation;
    if (settings.embeddings.size() == 4) {
        request.embeddings = {settings.embeddings[0], settings.embeddings[1], settings.embeddings[2],
                              settings.embeddings[3]};
    }
}

AlignRequest request_of(const review::AlignSettings& settings, const std::string& source,
                        const std::string& target) {
    AlignRequest request;
    request.source = source;
    request.target = target;
    take_settings(settings, request);
    return request;
}

}  // namespace tongwen::cli
