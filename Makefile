# bilan: everything a fresh Debian needs beyond git, make and a Swift toolchain is installed from here.

SUDO  := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
TOOLS := .build-tools
BENCH := .build-bench
HUGO  = $(shell echo $(BENCH)/lib/python*/site-packages/hugo/binaries/hugo)
BILAN := .build/release/bilan
RELEASED := .build/bilan
# The toolchain leaves empty folders where temporary files go: here they go with `make clean`.
SCRATCH := $(CURDIR)/.build/tmp
SWIFT   := mkdir -p $(SCRATCH) && TMPDIR=$(SCRATCH) swift

LIBRARY_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev
TOOL_PACKAGES    := python3 python3-venv
BROWSER_PACKAGES := chromium default-jre-headless poppler-utils fonts-liberation

# Installs the Debian packages named, unless they all are there.
install = @dpkg -s $(1) >/dev/null 2>&1 || { $(SUDO) apt-get update -qq && \
  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $(1); }

.PHONY: site gallery test check-browser check-preview bilan library tools browser embed \
  format lint clean bench check-determinism check-faults check-hostile fuzz release check-release check-ci

# Publishes content/ into output/.
site: bilan
	$(BILAN) build

# Draws every type of chart over easy and ugly data, to be looked at.
gallery: bilan
	$(BILAN) build --source Tests/Fixtures/galerie --output .build/galerie

# Builds the program in release, all it stands on inside: C and C++ libraries, the Swift runtime, cmark-gfm.
# It then runs on any Linux, and starts in half the time. Optimised across the rooms, it needs a tenth less to build a site.
bilan: library
	$(SWIFT) build -c release --product bilan -Xswiftc -static-executable -Xswiftc -cross-module-optimization

# The program without its symbols: one file to copy.
release: bilan
	strip -o $(RELEASED) $(BILAN)
	ls -l $(RELEASED)

# Runs that file where there is nothing else, or in other systems: make check-release ROOTS="folders made by debootstrap"
check-release: release
	python3 Tests/Robustness/check_release.py $(RELEASED) $(ROOTS)

# Runs every test of every room.
# The preview answers in real time: its tests wait for nobody else's.
test: library tools
	$(SWIFT) test --skip PreviewTests
	$(SWIFT) test --skip-build --filter PreviewTests

# Measures against Hugo and the least it can cost: make bench SIZES="100 1000" RUNS=5 REPORT=docs/performance.md
bench: bilan $(BENCH)/.stamp
	$(BENCH)/bin/python Tests/Bench/bench.py --bilan $(BILAN) --hugo $(HUGO) \
	  $(if $(WORK),--work $(WORK)) $(if $(RUNS),--runs $(RUNS)) $(if $(ONLY),--only $(ONLY)) $(if $(REPORT),--report $(REPORT)) $(SIZES)

# Builds the same site in other folders, time zones, locales and numbers of tasks, and compares every byte.
check-determinism: bilan
	python3 Tests/Robustness/check_determinism.py $(BILAN)

# Kills builds, fills the disk, takes rights away: the published site must stay whole.
check-faults: bilan
	python3 Tests/Robustness/check_faults.py $(BILAN)
	python3 Tests/Robustness/check_kill_points.py $(BILAN)

# Gives bilan what nobody would write, and looks at the time, the memory and the words it takes: ONLY="liens chemins"
check-hostile: bilan
	python3 Tests/Robustness/check_hostile.py $(BILAN) $(ONLY)

# Fuzzes each reader for a minute: make fuzz SECONDS_EACH=600 ONLY=Markdown
# The plan of an earlier build knows nothing of files that came to the rooms or left them since.
fuzz: library
	rm -f .build-fuzz/release.yaml
	swift build --package-path Tests/Fuzz --scratch-path .build-fuzz -c release --sanitize fuzzer
	python3 Tests/Fuzz/run.py --seconds $(or $(SECONDS_EACH),60) $(if $(ONLY),--only $(ONLY))

# Runs the jobs of docs/ci line by line in a fresh clone: make check-ci ROOT="a folder made by debootstrap"
check-ci: tools
	$(TOOLS)/bin/python Tests/Robustness/check_ci.py $(if $(ROOT),--root $(ROOT))

# Looks at the published site as readers do: validity, links, accessibility, keyboard, print, weight.
check-browser: site gallery browser tools
	for check in html links charts pages keyboard weight print; do \
	  $(TOOLS)/bin/python Tests/Browser/check_$$check.py output || exit 1; \
	done
	$(TOOLS)/bin/python Tests/Browser/check_charts.py .build/galerie
	for check in print_options sharing preview; do $(TOOLS)/bin/python Tests/Browser/check_$$check.py $(BILAN) || exit 1; done
	$(TOOLS)/bin/python Tests/Browser/check_injection.py $(BILAN) --every 32

# Changes a publication a thousand times under a running preview.
check-preview: bilan
	python3 Tests/Robustness/check_preview.py $(BILAN)

library:
	$(call install,$(LIBRARY_PACKAGES))

tools: $(TOOLS)/.stamp

$(TOOLS)/.stamp: Tests/Tools/requirements.txt
	$(call install,$(TOOL_PACKAGES))
	python3 -m venv $(TOOLS)
	$(TOOLS)/bin/pip install --quiet --disable-pip-version-check -r Tests/Tools/requirements.txt
	touch $@

$(BENCH)/.stamp: Tests/Bench/requirements.txt
	$(call install,$(TOOL_PACKAGES))
	python3 -m venv $(BENCH)
	$(BENCH)/bin/pip install --quiet --disable-pip-version-check -r Tests/Bench/requirements.txt
	touch $@

browser:
	$(call install,$(BROWSER_PACKAGES))

# Lists the files embedded in the program again, after one was added or removed.
embed:
	sh Sources/CSite/embed.sh

format:
	swift format -i -r Package.swift Sources Tests

lint:
	swift format lint --strict -r Package.swift Sources Tests

clean:
	rm -rf .build output
