function Add-InnkeeperJson ([System.Text.StringBuilder] $Text, [object] $Value) {
    # Called for every object of a snapshot, and so without a parameter binder: positional, one line of declaration.
    if ($Value -is [string]) { [void] $Text.Append((ConvertTo-InnkeeperJsonString $Value)) }
    elseif ($null -eq $Value) { [void] $Text.Append('null') }
    elseif ($Value -is [bool]) { if ($Value) { [void] $Text.Append('true') } else { [void] $Text.Append('false') } }
    elseif ($Value -is [int] -or $Value -is [long]) { [void] $Text.Append($Value.ToString([cultureinfo]::InvariantCulture)) }
    elseif ($Value -is [System.Collections.IDictionary]) {
        $separator = '{'
        foreach ($entry in $Value.GetEnumerator()) {
            if ($null -eq $entry.Value) { continue }
            [void] $Text.Append($separator).Append((ConvertTo-InnkeeperJsonString $entry.Key)).Append(':')
            Add-InnkeeperJson $Text $entry.Value
            $separator = ','
        }
        if ($separator -eq '{') { [void] $Text.Append('{') }
        [void] $Text.Append('}')
    }
    elseif ($Value -is [System.Collections.IList]) {
        $separator = '['
        foreach ($one in $Value) {
            if ($null -eq $one) { continue }
            [void] $Text.Append($separator)
            Add-InnkeeperJson $Text $one
            $separator = ','
        }
        if ($separator -eq '[') { [void] $Text.Append('[') }
        [void] $Text.Append(']')
    }
    else { throw "A value of type $($Value.GetType().FullName) cannot go on the wire." }
}
