function ConvertTo-InnkeeperValue ([string] $Kind, [object] $Value) {
    <#
    .SYNOPSIS
        Converts one Windows value to a report value, or to null if there is none.
    .DESCRIPTION
        Called for tens of thousands of values: so it uses no parameter binding.
    .EXAMPLE
        ConvertTo-InnkeeperValue guid '{0A1B2C3D-4E5F-4A6B-8C7D-9E0F1A2B3C4D}'
    #>
    if ($null -eq $Value) { return $null }
    switch -CaseSensitive ($Kind) {
        'text' { return Limit-InnkeeperText ([string] $Value) 1024 }
        'notes' { return Limit-InnkeeperText ([string] $Value) 4096 }
        'flag' { if ($Value -is [bool]) { return $Value } return $null }
        'integer' { return ConvertTo-InnkeeperInteger $Value }
        # Names of enum members are the same in every language of Windows; their numbers have moved between versions.
        'name' { return Limit-InnkeeperText ([string] $Value) 1024 }
        'code' { if ($Value -is [enum]) { return [System.Convert]::ToInt64($Value, [cultureinfo]::InvariantCulture) } return ConvertTo-InnkeeperInteger $Value }
        'guid' {
            $guid = [guid]::Empty
            if ([guid]::TryParse([string] $Value, [ref] $guid)) { return $guid.ToString('D') }
            return $null
        }
        'mac' {
            $digits = ([string] $Value).Replace('-', '').Replace(':', '').ToUpperInvariant()
            if ($digits -cmatch '\A[0-9A-F]{12}\z') { return $digits }
            return $null
        }
        # "Microsoft:" and GUIDs in lower case, as all GUIDs in reports are.
        'device' {
            $text = [string] $Value
            $colon = $text.IndexOf(':')
            return Limit-InnkeeperText ($text.Substring(0, $colon + 1) + $text.Substring($colon + 1).ToLowerInvariant()) 1024
        }
        'time' { return ConvertTo-InnkeeperTime $Value }
        'seconds' {
            if ($Value -is [timespan] -and $Value.Ticks -ge 0) { return [long] [System.Math]::Floor($Value.TotalSeconds) }
            return $null
        }
        # The comma keeps a list of one or no item a list.
        'texts' { return , @(foreach ($one in $Value) { if ($null -ne $one) { Limit-InnkeeperText ([string] $one) 1024 } }) }
        'guids' { return , @(foreach ($one in $Value) { $guid = ConvertTo-InnkeeperValue guid $one; if ($null -ne $guid) { $guid } }) }
        'count' { if ($Value -is [System.Collections.ICollection]) { return $Value.Count } return @($Value).Count }
        default {
            # The remaining kinds are enums of CIM classes: Windows returns a name, or the documented number.
            $text = [string] $Value
            $names = $script:CimNames[$Kind]
            if ($null -eq $names) { throw "There is no kind of value called $Kind." }
            if ($names.ContainsKey($text)) { return $names[$text] }
            return Limit-InnkeeperText $text 1024
        }
    }
}

# Documented numbers of the CIM classes behind the network and SMB cmdlets. Most versions of Windows convert them to names
# themselves; an undocumented number is sent unchanged and evaluated as unknown.
$script:CimNames = @{
    SriovSupport = @{ '0' = 'Unknown'; '1' = 'Supported'; '2' = 'MissingAcs'; '3' = 'MissingPfDriver'; '4' = 'NoBusResources'; '5' = 'NoIoMmuSupport'; '6' = 'NoVfBarSpace'; '7' = 'NoOscSupport' }
    RssProfile   = @{ '1' = 'Closest'; '2' = 'ClosestStatic'; '3' = 'NUMA'; '4' = 'NUMAStatic'; '5' = 'Conservative' }
    Enabled      = @{ '0' = 'Disabled'; '1' = 'Enabled' }
    Allowed      = @{ '0' = 'Blocked'; '1' = 'Allowed' }
    TeamingMode  = @{ '0' = 'Static'; '1' = 'SwitchIndependent'; '2' = 'Lacp' }
    LoadBalance  = @{ '0' = 'TransportPorts'; '2' = 'IPAddresses'; '3' = 'MacAddresses'; '4' = 'HyperVPort'; '5' = 'Dynamic' }
    TeamStatus   = @{ '0' = 'Up'; '1' = 'Down'; '2' = 'Degraded' }
    SmbInstance  = @{ '0' = 'Default'; '1' = 'CSV'; '2' = 'SBL'; '3' = 'SR' }
}
