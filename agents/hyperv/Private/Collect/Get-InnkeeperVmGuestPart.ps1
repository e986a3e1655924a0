function Get-InnkeeperVmGuestPart {
    <#
    .SYNOPSIS
        Reads the data that guests report (key-value pairs), by VM id. Guests write all of it: nothing is trusted, and lengths are limited.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        # Filled while reading, so that a slow guest does not lose the data of other guests.
        [Parameter(Mandatory)] [hashtable] $Progress
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    $rows = (Read-InnkeeperRow 'Msvm_KvpExchangeComponent' { CimCmdlets\Get-CimInstance -Namespace root/virtualization/v2 -ClassName Msvm_KvpExchangeComponent -Property SystemName, GuestIntrinsicExchangeItems } $problems).rows
    if ($null -eq $rows) { return New-InnkeeperReading $null $problems }
    foreach ($row in $rows) {
        $id = Get-InnkeeperVmIdOf (Get-InnkeeperProperty $row 'SystemName')
        $items = Get-InnkeeperProperty $row 'GuestIntrinsicExchangeItems'
        if ($null -eq $id -or $null -eq $items) { continue }
        $faults = [System.Collections.Generic.List[string]]::new()
        $guest = ConvertFrom-InnkeeperKvp @($items) $faults
        if ($null -ne $guest) { $Progress[$id] = $guest }
        if ($faults.Count -gt 0) { $problems.Add("Guest of VM ${id}: $($faults[0])") }
    }
    New-InnkeeperReading $Progress $problems
}
