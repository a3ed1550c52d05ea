#include "store/reserve.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

namespace posterhall::store {

Reserve::Reserve(std::filesystem::path file) : file_(std::move(file)) { (void)take(); }

bool Reserve::take() {
  if (held_ || file_.empty()) return held_;
  const int fd = ::open(file_.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0) return false;
  // A file system that cannot promise space keeps no reserve; everything else goes on as it does without one.
  held_ = ::fallocate(fd, 0, 0, static_cast<off_t>(kBytes)) == 0;
  ::close(fd);
  if (!held_) give_up();
  return held_;
}

void Reserve::give_up() {
  held_ = false;
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

}  // namespace posterhall::store
