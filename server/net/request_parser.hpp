// Beast's HTTP/1.1 request parser behind a small door: heads that passed inspect_head, and bodies of a known length;
// chunks are ChunkReader's.
// Runs on: the front thread. Owns: the request being read.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "net/http_message.hpp"

namespace posterhall::net {

class RequestParser {
 public:
  explicit RequestParser(std::size_t max_body);
  ~RequestParser();
  RequestParser(const RequestParser&) = delete;
  RequestParser& operator=(const RequestParser&) = delete;

  struct Progress {
    std::size_t used = 0;
    bool done = false;
    unsigned refused = 0;  ///< status to answer before closing, 0 = fine so far
  };
  /// Gives it bytes; those not used are given again together with more.
  [[nodiscard]] Progress put(std::string_view bytes);
  /// The request, once done. 400 as `second` when its address cannot be read.
  [[nodiscard]] std::pair<HttpRequest, unsigned> take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace posterhall::net
