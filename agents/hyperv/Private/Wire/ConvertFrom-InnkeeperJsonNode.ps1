function ConvertFrom-InnkeeperJsonNode ([System.Xml.XmlElement] $Node) {
    # One element of the parser's document: objects and arrays are traversed, leaves are converted by their type.
    switch ($Node.GetAttribute('type')) {
        'object' {
            $read = [ordered]@{}
            foreach ($child in $Node.ChildNodes) {
                # A key that is not a valid XML name is in an attribute.
                $key = if ($child.HasAttribute('item')) { $child.GetAttribute('item') } else { $child.LocalName }
                $read[$key] = ConvertFrom-InnkeeperJsonNode $child
            }
            return $read
        }
        'array' { return , @(foreach ($child in $Node.ChildNodes) { ConvertFrom-InnkeeperJsonNode $child }) }
        'number' {
            $whole = [long] 0
            if ([long]::TryParse($Node.InnerText, 'AllowLeadingSign', [cultureinfo]::InvariantCulture, [ref] $whole)) { return $whole }
            return [double]::Parse($Node.InnerText, [cultureinfo]::InvariantCulture)
        }
        'boolean' { return $Node.InnerText -eq 'true' }
        'null' { return $null }
        default { return $Node.InnerText }
    }
}
