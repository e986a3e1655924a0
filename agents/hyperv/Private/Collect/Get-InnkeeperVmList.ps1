function Get-InnkeeperVmList {
    <#
    .SYNOPSIS
        Reads the VMs as Hyper-V's own objects. All parts are read from these objects, so that nothing is looked up by name.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    $vms = Read-InnkeeperRow 'Get-VM' { Hyper-V\Get-VM } $problems
    if ($vms.isMissing) { $problems.Add('The Hyper-V module for Windows PowerShell (feature Hyper-V-PowerShell) is not installed.') }
    $reading = New-InnkeeperReading $vms.rows $problems
    foreach ($module in Get-Module -Name Hyper-V) { $reading['moduleVersion'] = $module.Version.ToString() }
    $reading
}
