"""What `natopk --self-test` proves of the running program, be it a checkout, an installation or the package."""
