// SPDX-License-Identifier: Apache-2.0
// Tests the bytes of JSON Lines.
#include "tmx/jsonl_writer.h"

#include "tests/support/catch.h"
#include "tests/tmx/written.h"

namespace tongwen::tmx {
namespace {

TEST_CASE("a unit is a line; what it does not have is left out") {
    CHECK(write_all("jsonl", {unit("1", "你好。", "Hello."), unit("", "\n", "")}).bytes ==
          "{\"id\":\"1\",\"source\":{\"lang\":\"zh-CN\",\"text\":\"你好。\"},"
          "\"target\":{\"lang\":\"en\",\"text\":\"Hello.\"}}\n"
          "{\"source\":{\"lang\":\"zh-CN\",\"text\":\"\\n\"},\"target\":{\"lang\":\"en\",\"text\":\"\"}}\n");
}

}  // namespace
}  // namespace tongwen::tmx
