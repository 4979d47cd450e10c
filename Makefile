# Everything that is typed more than once. Nothing here is needed for the two commands of the README; `sam build`
# needs the build- targets.

# The wrapper fetches Maven itself; `make MVN=mvn ...` takes the one that is installed.
MVN ?= ./mvnw
SAM ?= sam
# What is built for deployment is not judged: that is what `make verify` is for.
UNJUDGED := -Dmaven.test.skip=true -Dspotless.check.skip=true

.DEFAULT_GOAL := help
.PHONY: help test verify lint package build local clean

help: ## Say what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

test: ## Run the tests
	$(MVN) -q -B test

verify: ## Build everything and pass every check, as the continuous integration does first
	$(MVN) -B verify

lint: ## Check the template (needs cfn-lint and the SAM CLI)
	cfn-lint
	$(SAM) validate --lint

package: ## Make the deployable folder and zip of each function, in its target/
	$(MVN) -q -B $(UNJUDGED) package

build: ## Build for deployment (needs the SAM CLI)
	$(SAM) build

local: ## Run the whole pipeline on a simulated AWS
	./drainpipe local

clean: ## Remove everything that was built
	$(MVN) -q -B clean
	rm -rf .aws-sam

# What `sam build` runs, in a copy of this folder, one target per function of template.yaml. `clean`, because the copy
# brings old target/ folders along, and a class deleted since would be deployed.
build-TaskScalerFunction: MODULE := task-scaler
build-DeregisterFunction: MODULE := deregister
build-TerminatorFunction: MODULE := terminator

build-TaskScalerFunction build-DeregisterFunction build-TerminatorFunction:
	$(MVN) -q -B -pl $(MODULE) -am $(UNJUDGED) clean package
	cp -R $(MODULE)/target/$(MODULE)/. "$(ARTIFACTS_DIR)/"
