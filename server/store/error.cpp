#include "store/error.hpp"

#include <string>

namespace posterhall::store {
namespace {

// Boost's base has a protected destructor on purpose: categories are never deleted.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
class StoreCategory final : public boost::system::error_category {
 public:
  [[nodiscard]] const char* name() const noexcept override { return "store"; }
  [[nodiscard]] std::string message(int value) const override {
    switch (static_cast<StoreError>(value)) {
      case StoreError::unavailable: return "the store cannot be reached just now";
      case StoreError::full: return "the disk is full";
      case StoreError::corrupt: return "the store's file is damaged";
      case StoreError::refused: return "the store refused the change";
      case StoreError::moved_on: return "the catalogue was changed by somebody else meanwhile";
      case StoreError::nothing_there: return "there is nothing to change";
      case StoreError::overloaded: return "too much is waiting for the store";
    }
    return "unknown store error";
  }
};
#pragma GCC diagnostic pop

}  // namespace

const boost::system::error_category& store_category() {
  static const StoreCategory category;
  return category;
}

boost::system::error_code make_error_code(StoreError error) { return {static_cast<int>(error), store_category()}; }

}  // namespace posterhall::store
