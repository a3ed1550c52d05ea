#include "media/no_network.hpp"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace posterhall::media {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_X86_64;
constexpr std::uint32_t kOtherNumbers = 0x40000000U;  // x32 counts its calls from here: all refused
#elif defined(__aarch64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_AARCH64;
constexpr std::uint32_t kOtherNumbers = 0xFFFFFFFFU;
#else
#error "name this machine's AUDIT_ARCH"
#endif

/// What a program that draws a page never needs. io_uring could open sockets by itself.
constexpr std::array kRefused = {SYS_socket,          SYS_socketpair,
                                 SYS_io_uring_setup,  SYS_ptrace,
                                 SYS_unshare,         SYS_setns,
                                 SYS_mount,           SYS_bpf,
                                 SYS_add_key,         SYS_request_key,
                                 SYS_keyctl,          SYS_process_vm_readv,
                                 SYS_chroot,          SYS_process_vm_writev,
                                 SYS_perf_event_open, SYS_userfaultfd,
                                 SYS_pidfd_getfd};

constexpr std::uint16_t kLoad = BPF_LD | BPF_W | BPF_ABS;
constexpr std::uint16_t kIfEqual = BPF_JMP | BPF_JEQ | BPF_K;
constexpr std::uint16_t kIfAtLeast = BPF_JMP | BPF_JGE | BPF_K;
constexpr std::uint16_t kAnswer = BPF_RET | BPF_K;

std::vector<sock_filter> make_filter() {
  std::vector<sock_filter> filter{
      {kLoad, 0, 0, offsetof(seccomp_data, arch)}, {kIfEqual, 1, 0, kMachine},
      {kAnswer, 0, 0, SECCOMP_RET_KILL_PROCESS},   {kLoad, 0, 0, offsetof(seccomp_data, nr)},
      {kIfAtLeast, 0, 1, kOtherNumbers},           {kAnswer, 0, 0, SECCOMP_RET_ERRNO | EPERM}};
  for (const auto call : kRefused) {
    filter.push_back({kIfEqual, 0, 1, static_cast<std::uint32_t>(call)});
    filter.push_back({kAnswer, 0, 0, SECCOMP_RET_ERRNO | EPERM});
  }
  filter.push_back({kAnswer, 0, 0, SECCOMP_RET_ALLOW});
  return filter;
}

}  // namespace

bool forbid_network() {
  auto filter = make_filter();
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

}  // namespace posterhall::media
