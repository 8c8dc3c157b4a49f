"""IRIs as constants: our namespaces, our terms and the outside terms we use."""
