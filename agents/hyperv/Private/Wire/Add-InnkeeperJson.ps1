function Add-InnkeeperJson ([System.Text.StringBuilder] $Text, [object] $Value) {
    # Called for every object and list of a snapshot, of which there are thousands: so it uses no parameter binding, and
    # writes its direct values without a further call.
    $isMap = $Value -is [System.Collections.IDictionary]
    if (-not $isMap -and $Value -isnot [System.Collections.IList]) {
        throw "A value of type $($Value.GetType().FullName) cannot be written as JSON."
    }
    $entries = $Value
    if ($isMap) { $entries = $Value.GetEnumerator() }
    $isFirst = $true
    if ($isMap) { [void] $Text.Append('{') } else { [void] $Text.Append('[') }
    foreach ($entry in $entries) {
        $one = $entry
        if ($isMap) { $one = $entry.Value }
        if ($null -eq $one) { continue }
        if ($isFirst) { $isFirst = $false } else { [void] $Text.Append(',') }
        if ($isMap) {
            $key = $entry.Key
            if ($script:MustEscape.IsMatch($key)) { $key = ConvertTo-InnkeeperJsonText $key }
            [void] $Text.Append('"').Append($key).Append('":')
        }
        if ($one -is [string]) {
            if ($script:MustEscape.IsMatch($one)) { $one = ConvertTo-InnkeeperJsonText $one }
            [void] $Text.Append('"').Append($one).Append('"')
        }
        elseif ($one -is [long] -or $one -is [int]) { [void] $Text.Append([long] $one) }
        elseif ($one -is [bool]) { if ($one) { [void] $Text.Append('true') } else { [void] $Text.Append('false') } }
        else { Add-InnkeeperJson $Text $one }
    }
    if ($isMap) { [void] $Text.Append('}') } else { [void] $Text.Append(']') }
}

# Quote, backslash and control characters. Most texts contain none of them.
$script:MustEscape = [regex]::new('[\u0000-\u001f"\\]', 'CultureInvariant')
